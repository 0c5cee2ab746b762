import { expect, test } from '@playwright/test'
import type { Visitor } from '../../bench/visitor'
import { isFull } from './figures'
import { everyNth, writtenValues } from './sets/hostile-values'
import { sayWhyOnWire, scenarioOf, sendCase, versionNow } from './wire/cases'
import { Judge } from './wire/judge'
import { bodyOf, metSteps } from './wire/steps'
import { inTurns, staffVisitor } from './wire/visitors'

const values = isFull ? writtenValues : everyNth(writtenValues, 50)
const at = (turn: number) => values[turn % values.length] ?? ''
const limit = isFull ? 3_600_000 : 180_000

/** Every act's form: its fields, and what it takes to be a good one. */
const acts: readonly (readonly [act: string, good: Readonly<Record<string, string>>])[] = [
  ['reason', { reason: 'supervision' }],
  ['note', { text: 'x' }],
  ['message', { text: 'x' }],
  ['risk', { risk: 'low', reason: 'x' }],
  ['assign', { to: '' }],
  ['transfer', { to: '', reason: 'x' }],
  ['status', { status: 'in-progress' }],
  ['control-room', {}],
  ['take', {}],
  ['close', { disposition: 'advice', reason: 'x' }],
]
/** Words typed there may be anything; what else is in a form is one of some known words. */
const typed = new Set(['text', 'reason'])
/** What a form says beside its own fields, which somebody may change all the same. */
const beside = [
  'version',
  'back',
  'from',
  'form',
  'reference',
  'case',
  'actorId',
  'shown-to',
  '__proto__',
  'to',
] as const

/** How much is tried on one case: reading it takes as long as its notes are many. */
const perCase = 400

async function tryAct(
  staff: Visitor,
  newCase: () => Promise<string>,
  act: string,
  good: Readonly<Record<string, string>>,
  judge: Judge,
) {
  let [reference, version] = ['', '']
  for (let turn = 0; turn < values.length; turn += 1) {
    if (turn % perCase === 0) [reference, version] = [await newCase(), '1']
    const words = Object.fromEntries(
      Object.entries(good).map(([name, value], index) => [
        name,
        typed.has(name) || turn % 2 === 0 ? at(turn + index) : value,
      ]),
    )
    const extra = beside[turn % beside.length] ?? 'version'
    const form = bodyOf({ version }, { ...words, ...(turn % 3 === 0 ? { [extra]: at(turn + 3) } : {}) })
    const reply = await staff.post(`/staff/cases/${reference}/${act}`, form)
    judge.look(`${act} ${String(turn)}`, Object.keys(words).length + (turn % 3 === 0 ? 1 : 0), reply)
    if (reply.status !== 303 || !reply.location.startsWith('/staff'))
      judge.faults.push(`${act}: ${String(reply.status)} ${reply.location}`)
    if (turn % 20 === 0) judge.look(`case after ${act}`, 0, await staff.get(reply.location))
    if (/problem=conflict|done=/u.test(reply.location)) version = await versionNow(reference)
  }
}

for (const [act, good] of acts) {
  test(`hostile values in the form "${act}" of a case make no server error and lead nowhere else`, async ({
    baseURL,
  }) => {
    test.setTimeout(limit)
    const judge = new Judge()
    const staff = await staffVisitor(baseURL ?? '', 'supervisor')
    const newCase = async () => {
      const { reference } = await sendCase(baseURL ?? '', scenarioOf('liaison', 'code-only'))
      await sayWhyOnWire(staff, reference)
      return reference
    }
    await tryAct(staff, newCase, act, good, judge)
    judge.close()
  })
}

const queries: readonly (readonly [path: string, names: readonly string[]])[] = [
  [
    '/staff',
    [
      'find',
      'district',
      'strand',
      'kind',
      'risk',
      'status',
      'holder',
      'page',
      'case',
      'about',
      'to',
      'done',
      'problem',
      'form',
    ],
  ],
  ['/staff', ['find']],
  ['/staff', ['case']],
  ['/staff/officers', ['find', 'page', 'district']],
  ['/staff/audit', ['find', 'page']],
  ['/staff/record', ['problem', 'done']],
  ['/staff/help', ['area']],
]

for (const [path, names] of queries) {
  test(`hostile values in ${names.slice(0, 3).join(', ')} of ${path} make no server error`, async ({
    baseURL,
  }) => {
    test.setTimeout(limit)
    const judge = new Judge()
    const person = path === '/staff/audit' ? 'auditor' : 'supervisor'
    const staff = await staffVisitor(baseURL ?? '', person)
    const plain = await staff.get(path)
    expect(plain.status).toBe(200)
    await inTurns(
      3,
      values.map((_, turn) => async () => {
        const query = new URLSearchParams(names.map((name, index) => [name, at(turn + index).slice(0, 400)]))
        const reply = await staff.get(`${path}?${query.toString().slice(0, 7000)}`)
        judge.look(`${path} ${String(turn)}`, names.length, reply)
        expect(reply.location).not.toMatch(/evil\.example/u)
      }),
    )
    judge.close()
  })
}

test('hostile values as the reference of a case, the step of a recording or an officer find nothing', async ({
  baseURL,
}) => {
  test.setTimeout(limit)
  const judge = new Judge()
  const staff = await staffVisitor(baseURL ?? '', 'supervisor')
  await inTurns(
    3,
    values.map((value, turn) => async () => {
      const part = encodeURIComponent(value.toWellFormed().slice(0, 500))
      const paths = [
        `/staff/cases/${part}`,
        `/staff/record/${part}/role`,
        `/staff/record/report/${part}`,
        `/${part}/role`,
        `/report/${part}`,
        `/${part}`,
      ]
      const path = paths[turn % paths.length] ?? ''
      judge.look(path, 1, await staff.get(path))
      judge.look(
        `POST ${path}`,
        1,
        await staff.post(`${path}/note`, new URLSearchParams({ version: '1', text: value })),
      )
    }),
  )
  judge.close()
})

test('hostile values through a recording on behalf of somebody make no server error', async ({ baseURL }) => {
  test.setTimeout(limit)
  const judge = new Judge()
  const origin = baseURL ?? ''
  const steps = await metSteps(origin, 'liaison')
  const staff = await staffVisitor(origin, 'call-handler')
  for (const [turn, value] of values.entries()) {
    if (turn % 50 === 0) {
      const begun = await staff.post(
        '/staff/record/start',
        new URLSearchParams({ journey: 'liaison', channel: 'phone-101' }),
      )
      expect(begun.location).toMatch(/^\/staff\/record\/liaison\//u)
    }
    const met = steps[turn % steps.length]
    if (met === undefined) continue
    const sent = Object.fromEntries(met.fields.map(({ name }, index) => [name, at(turn + index)]))
    const first = steps[0]
    if (first !== undefined)
      await staff.post(`/staff/record/liaison/${first.slug}/answer`, bodyOf(first.scenario.fields))
    judge.look(
      `recording ${met.slug} ${String(turn)}`,
      met.fields.length,
      await staff.post(`/staff/record/liaison/${met.slug}/answer`, bodyOf(sent)),
    )
    judge.look(
      'start',
      2,
      await staff.post('/staff/record/start', new URLSearchParams({ journey: value, channel: value })),
    )
    if (turn % 9 === 0) judge.look('page', 0, await staff.get(`/staff/record/liaison/${met.slug}`))
  }
  judge.close()
})
