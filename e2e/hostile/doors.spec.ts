import { expect, test } from '@playwright/test'
import { newVisitor } from '../../bench/visitor'
import { isFull } from './figures'
import { everyNth, writtenValues } from './sets/hostile-values'
import { scenarioOf, sendCase } from './wire/cases'
import { tokenOf } from './wire/html'
import { Judge } from './wire/judge'
import { bodyOf, fieldsOf } from './wire/steps'
import { inTurns } from './wire/visitors'
import { findJourney } from '@/lib/journeys/find-journey'

const step = (full: number, short: number) => everyNth(writtenValues, isFull ? full : short)
const minutes = (count: number) => count * 60_000

test('hostile return codes open nothing, and every answer to them is the same page', async ({ baseURL }) => {
  test.setTimeout(minutes(isFull ? 20 : 3))
  const judge = new Judge()
  const codes = step(2, 60)
  await inTurns(
    3,
    codes.map((code) => async () => {
      const reply = await newVisitor(baseURL ?? '').post('/follow-up/open', new URLSearchParams({ code }))
      judge.look(`code ${JSON.stringify(code)}`, 1, reply)
      expect(reply.location).toMatch(/^\/follow-up\?problem=(?:wrong|empty)/u)
    }),
  )
  judge.close()
})

test('hostile messages with a return code make no server error', async ({ baseURL }) => {
  test.setTimeout(minutes(isFull ? 20 : 3))
  const judge = new Judge()
  const { visitor, code } = await sendCase(baseURL ?? '', scenarioOf('liaison', 'code-only'))
  const opened = await visitor.post('/follow-up/open', new URLSearchParams({ code }))
  expect(opened.location).toBe('/follow-up/status')
  for (const [index, message] of step(1, 40).entries()) {
    const page = index % 10 === 0 ? await visitor.get('/follow-up/status') : null
    if (page !== null) judge.look('conversation', 0, page)
    const token = index % 3 === 0 ? message : (tokenOf(page?.body ?? '') ?? 'none')
    judge.look(
      'message',
      2,
      await visitor.post('/follow-up/message', new URLSearchParams({ message, token })),
    )
  }
  judge.close()
})

test('hostile values through every field about who uses the service make no server error', async ({
  baseURL,
}) => {
  test.setTimeout(minutes(isFull ? 20 : 3))
  const judge = new Judge()
  const { visitor } = await sendCase(baseURL ?? '', scenarioOf('report', 'anonymous'))
  const values = step(1, 40)
  for (const { slug, fields } of (findJourney('equality')?.steps ?? []).map((one) => ({
    slug: one.slug,
    fields: fieldsOf(one),
  }))) {
    for (let turn = 0; turn < values.length; turn += 1) {
      const sent = Object.fromEntries(
        fields.map(({ name }, index) => [name, values[(turn + index) % values.length] ?? '']),
      )
      const typed = fields.filter(({ kind }) => kind === 'text').map(({ name }) => name)
      const others =
        turn % 2 === 0
          ? sent
          : Object.fromEntries(Object.entries(sent).filter(([name]) => typed.includes(name)))
      const reply = await visitor.post(`/equality/${slug}/answer`, bodyOf(others))
      judge.look(`${slug} ${String(turn)}`, Object.keys(others).length, reply)
      if (turn % 10 === 0) judge.look(`page of ${slug}`, 0, await visitor.get(`/equality/${slug}`))
    }
  }
  judge.close()
})

test('hostile sign-ins are refused like any other', async ({ baseURL }) => {
  test.setTimeout(minutes(isFull ? 30 : 3))
  const judge = new Judge()
  const values = step(4, 90)
  await inTurns(
    3,
    values.map((value, turn) => async () => {
      const [email, password, code] = [turn, turn + 1, turn + 2].map((at) => values[at % values.length] ?? '')
      const form = new URLSearchParams({ email: email ?? '', password: password ?? '', code: code ?? '' })
      const visitor = newVisitor(baseURL ?? '')
      const reply = await visitor.post('/staff/sign-in/answer', form)
      judge.look(`sign-in ${JSON.stringify(value)}`, 3, reply)
      if (!reply.location.startsWith('/staff/sign-in')) judge.faults.push(`Led to ${reply.location}`)
      expect(visitor.cookie()).not.toMatch(/desk/u)
    }),
  )
  judge.close()
})

test('hostile values in the address of a public page change nothing on it but words', async ({ baseURL }) => {
  test.setTimeout(minutes(isFull ? 20 : 3))
  const judge = new Judge()
  const names = [
    'force',
    'problem',
    'lost',
    'sent',
    'done',
    'back',
    'next',
    'return',
    'url',
    'to',
    'callbackUrl',
    'role',
  ]
  const paths = [
    '/',
    '/start',
    '/elsewhere',
    '/follow-up',
    '/support',
    '/report/role',
    '/staff/sign-in',
    '/exit',
    '/cy/elsewhere',
  ]
  await inTurns(
    4,
    step(1, 20).map((value, turn) => async () => {
      const query = new URLSearchParams(names.map((name) => [name, value]))
      const path = paths[turn % paths.length] ?? '/'
      const reply = await newVisitor(baseURL ?? '').get(`${path}?${query.toString().slice(0, 6000)}`)
      judge.look(`${path} with ${JSON.stringify(value)}`, names.length, reply)
      if (reply.location.includes('evil.example')) judge.faults.push(`${path} led to ${reply.location}`)
    }),
  )
  judge.close()
})
