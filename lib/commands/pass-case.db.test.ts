import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import { knowForce, otherKeys, ownKeys } from '../../e2e/factories/other-force'
import { ensureKeys } from '../../e2e/factories/play'
import { tellingCase } from '../../e2e/factories/telling-case'
import { ownEyes } from '../../scripts/testing/reads/own-eyes'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { passedCase } from '@/lib/domain/ways-out/exchange'
import type { PassedCase } from '@/lib/domain/ways-out/exchange'
import { followUpPassed } from '@/lib/queries/follow-up-passed'
import { report } from '@/lib/journeys/report'
import type { ExchangeKey } from '@/lib/sealing/exchange-key'
import { acknowledgement, isSignedBy, openPassing, signText } from '@/lib/sealing/passed-case'
import { caseFile, sayAcknowledged, sendCase } from './pass-case'
import { receivedFields } from './received-fields'

const supervisor: Actor = { id: randomUUID(), name: 'Ada', role: 'supervisor', districts: [] }
const triager: Actor = { id: randomUUID(), name: 'Ben', role: 'triager', districts: [] }
const fresh = (actor: Actor) => ({ actor, strongAt: new Date() })
const to = 'bedfordshire'
const why = 'It happened in Luton'
const reference = 'HC-9K2Q-M4TD'

/** What came to the other force's desk, and what that answers. */
const desk = { came: [] as PassedCase[], answer: ((): unknown => null) as (passed: PassedCase) => unknown }
let theirs: ExchangeKey
let server: Server

const acknowledge = async ({ label }: PassedCase, key = theirs) => ({
  ...{ schema: 'passed-case-answer/1', passing: label.passing, reference },
  signature: await signText(acknowledgement(label, reference), key),
})

beforeAll(async () => {
  await ensureKeys()
  await ownKeys()
  theirs = await otherKeys()
  for (const { id, name, role } of [supervisor, triager])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const passed = passedCase.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
      desk.came.push(passed)
      response.end(JSON.stringify(await desk.answer(passed)))
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen.')
  await knowForce(to, theirs, {
    address: `http://127.0.0.1:${String(address.port)}`,
    madeById: supervisor.id,
  })
})

afterAll(() => {
  server.close()
})

beforeEach(() => {
  desk.came = []
  desk.answer = acknowledge
})

const made = () => tellingCase(supervisor.id, supervisor.id)
const send = (about: string, over: object = {}) =>
  sendCase(fresh(supervisor), { reference: about, to, why, ...over })
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  )
const passingOf = (caseId: string) => ownerDb().casePassing.findFirstOrThrow({ where: { caseId } })
const actsOf = async (about: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference: about }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )
const told = (caseId: string) =>
  ownerDb().escalation.count({ where: { caseId, rule: 'passing-failed', settledAt: null } })

async function openCase(id: string): Promise<void> {
  await ownerDb().case.update({ where: { id }, data: { status: 'new', closedAt: null, disposition: null } })
}

describe('a case that goes to another force', () => {
  it('is sealed to that force, signed by this one, and has all but who the person is', async () => {
    const { id, reference: about } = await made()
    expect(await send(about)).toBe('acknowledged')
    const [passed] = desk.came
    if (passed === undefined) throw new Error('Nothing came.')
    expect(await isSignedBy(passed, (await ownKeys()).signing.publicKey)).toBe(true)
    expect(JSON.stringify(passed)).not.toMatch(/Dana|tall|High Street/u)
    const content = await ownEyes(() => openPassing(passed, theirs))
    expect(content.label).toMatchObject({ from: currentForce().id, to })
    expect(content.document).toMatchObject({ madeFor: 'other-force', leftOut: ['identity'] })
    expect(receivedFields(content, report).transcript).toContain(
      'What the person told about who they are: kept apart',
    )
    expect(JSON.stringify(content)).toContain('A tall neighbour')
    expect(JSON.stringify(content)).not.toContain('my own words')
    expect(await passingOf(id)).toMatchObject({
      state: 'acknowledged',
      theirReference: reference,
      way: 'sent',
    })
  })

  it('is in the log before anything is opened: to whom, what and how; then what they said', async () => {
    const { reference: about } = await made()
    await send(about)
    expect(await actsOf(about)).toEqual(['handed-out', 'opened', 'revealed', 'passing-acknowledged'])
    const row = await ownerDb().auditEvent.findFirstOrThrow({
      where: { reference: about, action: 'handed-out' },
    })
    expect(row.detail).toMatchObject({
      ...{ recipient: to, way: 'sent', parts: 'account contact messages notes history' },
    })
  })

  it('has the same id each time, so that it is one case there, and goes no more once it is theirs', async () => {
    const { id, reference: about } = await made()
    desk.answer = () => ({ schema: 'passed-case-answer/1', refusal: 'not-set-up' })
    expect(await send(about)).toBe('refused')
    desk.answer = acknowledge
    expect(await send(about)).toBe('acknowledged')
    const [first, second] = desk.came
    expect(first?.label.passing).toBe(second?.label.passing)
    expect(await ownerDb().casePassing.count({ where: { caseId: id } })).toBe(1)
    expect(await codeOf(send(about))).toBe('bad-transition')
  })
})

describe('whoever has the code', () => {
  it('is told which force has it once that force says so, and nobody else is', async () => {
    const [one, other] = [await converse(), await converse()]
    const followUp = await followUpOf(one.cookie)
    desk.answer = () => ({ hello: 'there' })
    expect(await send(one.reference)).toBe('failed')
    expect(await followUpPassed(followUp)).toEqual([])
    desk.answer = acknowledge
    expect(await send(one.reference)).toBe('acknowledged')
    expect(await followUpPassed(followUp)).toEqual([{ partner: to, at: expect.any(Date) as Date }])
    const theirOwn = await followUpOf(other.cookie)
    expect(await followUpPassed({ ...theirOwn, submissionId: followUp.submissionId })).toEqual([])
  })
})

describe('what does not arrive loses nothing, and supervisors are told', () => {
  it.each([
    [
      'is refused',
      () => ({ schema: 'passed-case-answer/1', refusal: 'unknown-force' }),
      'refused',
      'unknown-force',
    ],
    ['gets no answer that is one', () => ({ hello: 'there' }), 'failed', null],
    [
      'is acknowledged by somebody else',
      async (passed: PassedCase) => acknowledge(passed, await otherKeys()),
      'failed',
      'forged',
    ],
  ] as const)('where it %s', async (_, answer, state, refusal) => {
    const { id, reference: about } = await made()
    await openCase(id)
    desk.answer = answer
    expect(await send(about)).toBe(state)
    expect(await passingOf(id)).toMatchObject({ state, refusal, theirReference: null })
    expect(await told(id)).toBe(1)
    expect(await actsOf(about)).toContain(`passing-${state}`)
    desk.answer = acknowledge
    expect(await send(about)).toBe('acknowledged')
    expect(await told(id)).toBe(0)
  })

  it('where nobody is there', async () => {
    const { reference: about } = await made()
    await knowForce('kent', theirs, { madeById: supervisor.id })
    expect(await send(about, { to: 'kent' })).toBe('failed')
  })
})

describe('the way of a file', () => {
  it('gives what only that force opens, and waits for their reference', async () => {
    const { id, reference: about } = await made()
    const { name, body } = await caseFile(fresh(supervisor), { reference: about, to, why })
    expect(name).toMatch(/^HC-\w{4}-\w{4}-\d{4}-\d{2}-\d{2}\.json$/u)
    expect(body).not.toMatch(/Dana|tall/u)
    const content = await ownEyes(() => openPassing(passedCase.parse(JSON.parse(body)), theirs))
    expect(content.document.case.reference).toBe(about)
    const passing = await passingOf(id)
    expect(passing).toMatchObject({ state: 'waiting', way: 'file' })
    expect(await codeOf(sayAcknowledged(supervisor, passing.id, 'nonsense'))).toBe('invalid')
    expect(await codeOf(sayAcknowledged(triager, passing.id, 'HC-7K2Q-M4TD'))).toBe('not-found')
    await sayAcknowledged(supervisor, passing.id, 'hc 7k2q m4td')
    expect(await passingOf(id)).toMatchObject({ state: 'acknowledged', theirReference: 'HC-7K2Q-M4TD' })
  })
})

describe('nobody passes', () => {
  it('without a fresh proof, a known force, or a reason', async () => {
    const { reference: about } = await made()
    const stale = { actor: supervisor, strongAt: new Date(Date.now() - 600_001) }
    expect(await codeOf(sendCase(stale, { reference: about, to, why }))).toBe('step-up')
    expect(await codeOf(send(about, { to: 'essex' }))).toBe('invalid')
    expect(await codeOf(send(about, { why: '' }))).toBe('invalid')
    expect(await codeOf(sendCase(fresh(triager), { reference: about, to, why }))).toBe('not-found')
    expect(desk.came).toEqual([])
    expect(await actsOf(about)).toEqual(['refused'])
  })
})
