import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ordinary, planted } from '../../e2e/factories/letters'
import { ensureKeys, leastReport, play, reporter, wordy } from '../../e2e/factories/play'
import { startMailServer, startTextServer } from '../../scripts/testing/outbound-servers'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { sendMessage } from '@/lib/commands/send-message'
import { submitJourney } from '@/lib/commands/submit-journey'
import { againstOf, writeLetter } from '@/lib/commands/write-letter'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import type { FieldValues } from '@/lib/journey/view'
import { sendOutbound } from './send-outbound'

/*
 * A thousand letters, of cases whose people wrote a marker into everything they could, out through a real mail server and a real text gateway.
 */

await ownDatabase()
const mail = await startMailServer()
const texts = await startTextServer()
const uuid = randomUUID()
const settings = {
  ...{ SEND_EMAIL_BY: 'smtp', SMTP_URL: mail.url, MAIL_FROM: 'desk@police.example.test' },
  ...{ MAIL_FROM_NEUTRAL: 'hello@post.example.test', SEND_TEXT_BY: 'notify', NOTIFY_URL: texts.url },
  ...{ NOTIFY_API_KEY: texts.key, NOTIFY_TEXT_TEMPLATE: uuid, NOTIFY_TEXT_SENDER: uuid },
}
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)

const at = new Date('2026-11-23T18:30:00Z')
const supervisor: Actor = { id: randomUUID(), name: 'Somebody', role: 'supervisor', districts: [] }
const cases = 20
const each = 49
const own = ['demiboy', 'quaker', 'ashling']

beforeAll(async () => {
  await ensureKeys()
  const { id, name, role } = supervisor
  await ownerDb().account.create({ data: { id, name, role, email: `${id}@example.test` } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await mail.stop()
  await texts.stop()
})

/** A report in which every question of own words has a marker that is nowhere else. */
async function marked(index: number): Promise<{ readonly reference: string; readonly way: string }> {
  const way = index % 2 === 0 ? 'text' : 'email'
  const plan = {
    ...{
      contactChoice: 'plan',
      safeWays: [way],
      othersSee: 'yes',
      maySay: 'neutral',
      contactWhen: 'any-time',
    },
    ...{
      phone: `07700 900${String(100 + index)}`,
      email: `someone${String(index)}@example.test`,
      returnCode: 'yes',
    },
  }
  const words = (id: string) =>
    id === 'identityWords' ? `Marker${id} demiboy, quaker, Ashling` : `Marker${id}`
  const fields: FieldValues = { ...wordy('report', { ...leastReport, ...plan }, words), ...plan }
  const cookie = await play(reporter, fields)
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? ''
  const post = {
    slot: 'public',
    channel: 'online',
    locale: 'en',
    journeyId: 'report',
    token,
    cookie,
  } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return { reference: result.sent.reference, way }
}

async function write(reference: string, way: string, text: string): Promise<string> {
  const { version } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const letter = { reference, version, planVersion: 0, way, template: '', text }
  return asOf(at, () => writeLetter(supervisor, letter, 'supervision')).then(
    () => 'written',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  )
}

async function allOf(index: number): Promise<readonly string[]> {
  const { reference, way } = await marked(index)
  const became: string[] = []
  for (let one = 0; one < each; one += 1)
    became.push(await write(reference, way, ordinary[(index * each + one) % ordinary.length] ?? ''))
  for (const text of planted.filter((_, one) => one % cases === index))
    became.push(await write(reference, way, text))
  const { version } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  await asOf(at, () =>
    sendMessage(
      supervisor,
      { reference, version, text: 'About the hate crime, MarkerMessage' },
      'supervision',
    ),
  )
  return became
}

it('a thousand letters carry no marker and no word that tells too much, and every planted one is stopped', async () => {
  const became: string[] = []
  for (let index = 0; index < cases; index += 4)
    became.push(...(await Promise.all([0, 1, 2, 3].map((more) => allOf(index + more)))).flat())
  expect(became.filter((one) => one === 'telling-words')).toHaveLength(planted.length)
  expect(became.filter((one) => one === 'written')).toHaveLength(cases * each)
  expect(became).toHaveLength(cases * each + planted.length)
  await asOf(at, sendOutbound)

  const bodies = texts.taken.map(({ body }) => JSON.stringify(body.personalisation))
  // When it was sent is the clock's, and says nothing of what is in it.
  const letters = mail.letters.map(({ raw }) => raw.replace(/^Date: .*$/mu, ''))
  expect(bodies.length + letters.length).toBe(1_000)
  const told = [...bodies, ...letters].filter(
    (text) =>
      /marker/iu.test(text) ||
      forbiddenIn(text.replaceAll(/\S*example\.test\S*/gu, ' '), againstOf(true, own)).length > 0,
  )
  expect(told).toEqual([])
  expect(await ownerDb().sealedBox.count({ where: { purpose: 'outbound' } })).toBe(0)
}, 600_000)
