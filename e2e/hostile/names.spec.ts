import { expect, test } from '@playwright/test'
import { count, isFull } from './figures'
import { genuineNames } from './sets/genuine-names'
import { scenarioOf, sendCase, versionOf } from './wire/cases'
import { textOf, tokenOf } from './wire/html'
import { inTurns, staffVisitor } from './wire/visitors'

/** Fields of a report and of a liaison request in which somebody may write a name. */
const places = [
  'name',
  'trustedPerson',
  'excludeWho',
  'mustNotKnowWho',
  'coverStory',
  'account',
  'needsWords',
  'contactTimes',
  'earlierReference',
  'pronouns',
] as const
/** In a full run each name is somebody's own; in a short one ten share a request, each in a field of its own. */
const together = isFull ? 1 : places.length

test('200 genuine names of many scripts are taken and shown unchanged to their owner and to staff', async ({
  baseURL,
}) => {
  test.setTimeout(isFull ? 3_600_000 : 180_000)
  const origin = baseURL ?? ''
  const staff = await staffVisitor(origin, 'supervisor')
  const changed: string[] = []
  let accepted = 0
  const groups = Array.from({ length: genuineNames.length / together }, (_, at) =>
    genuineNames.slice(at * together, (at + 1) * together),
  )
  const look = (page: string, body: string, names: readonly string[]) => {
    const text = textOf(body)
    for (const name of names) if (!text.includes(name)) changed.push(`${name} on ${page}`)
  }
  await inTurns(
    4,
    groups.map((names) => async () => {
      const fields = Object.fromEntries(names.map((name, at) => [places[at] ?? 'name', name]))
      const scenario = scenarioOf('liaison', 'plan')
      const given = {
        ...scenario,
        fields: {
          ...scenario.fields,
          ...fields,
          safeWays: ['call', 'text', 'email', 'post', 'trusted', 'code'],
          returnCode: 'yes',
        },
      }
      const sent = await sendCase(origin, given, {}, (page) => {
        look('the check page', page, names)
      })
      const opened = await sent.visitor.post('/follow-up/open', new URLSearchParams({ code: sent.code }))
      expect(opened.location).toBe('/follow-up/status')
      const conversation = await sent.visitor.get('/follow-up/status')
      await sent.visitor.post(
        '/follow-up/message',
        new URLSearchParams({ message: names.join('\n'), token: tokenOf(conversation.body) ?? '' }),
      )
      look('the follow-up', (await sent.visitor.get('/follow-up/status')).body, names)
      const act = async (name: string) => {
        const form = new URLSearchParams({
          version: await versionOf(staff, sent.reference),
          text: names.join('\n'),
        })
        expect((await staff.post(`/staff/cases/${sent.reference}/${name}`, form)).location).toContain(
          `done=${name}`,
        )
      }
      await act('note')
      await act('message')
      const { body } = await staff.get(`/staff/cases/${sent.reference}`)
      look('the case page', body, names)
      const times = (name: string) => textOf(body).split(name).length - 1
      for (const name of names)
        if (times(name) < 4) changed.push(`${name} is on the case page ${String(times(name))} times`)
      look('the follow-up after an answer', (await sent.visitor.get('/follow-up/status')).body, names)
      accepted += names.length
    }),
  )
  count(
    'names accepted and shown unchanged',
    accepted - new Set(changed.map((line) => line.split(' on ')[0])).size,
  )
  expect(changed).toEqual([])
  expect(accepted).toBe(genuineNames.length)
})
