import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { knowForce, otherKeys, ownKeys } from '../../e2e/factories/other-force'
import { ensureKeys } from '../../e2e/factories/play'
import { tellingCase } from '../../e2e/factories/telling-case'
import { asOf } from '@/lib/adapters/clock'
import { eraseCase, requestErasure } from '@/lib/commands/erase-case'
import { sendCase } from '@/lib/commands/pass-case'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { passedCase } from '@/lib/domain/ways-out/exchange'
import type { PassedCase } from '@/lib/domain/ways-out/exchange'
import type { ExchangeKey } from '@/lib/sealing/exchange-key'
import { acknowledgement, signText } from '@/lib/sealing/passed-case'
import { takeUpPassings } from './take-up-passings'

const supervisor: Actor = { id: randomUUID(), name: 'Ada', role: 'supervisor', districts: [] }
const second: Actor = { ...supervisor, id: randomUUID() }
const to = 'bedfordshire'
const reference = 'HC-9K2Q-M4TD'
const refusal = (code: string) => ({ schema: 'passed-case-answer/1', refusal: code })

const desk = { came: [] as PassedCase[], answer: ((): unknown => null) as (passed: PassedCase) => unknown }
let theirs: ExchangeKey
let server: Server

const acknowledge = async ({ label }: PassedCase) => ({
  ...{ schema: 'passed-case-answer/1', passing: label.passing, reference },
  signature: await signText(acknowledgement(label, reference), theirs),
})

beforeAll(async () => {
  await ensureKeys()
  await ownKeys()
  theirs = await otherKeys()
  for (const { id, name, role } of [supervisor, second])
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

const passingOf = (caseId: string) => ownerDb().casePassing.findFirstOrThrow({ where: { caseId } })
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const takeUp = (minutes = 6) => asOf(later(minutes), takeUpPassings)

/** A case that was sent, and of which no answer was kept: as it is when the process ends between the two. */
async function leftWaiting() {
  const { id, reference: about } = await tellingCase(supervisor.id, supervisor.id)
  await ownerDb().case.update({ where: { id }, data: { status: 'new', closedAt: null, disposition: null } })
  const seen = { sealed: null as string | null }
  desk.answer = async ({ label }) => {
    seen.sealed = (await ownerDb().casePassing.findUniqueOrThrow({ where: { id: label.passing } })).sealed
    return refusal('went-wrong')
  }
  await sendCase({ actor: supervisor, strongAt: new Date() }, { reference: about, to, why: 'It is theirs' })
  await ownerDb().casePassing.updateMany({
    where: { caseId: id },
    data: { state: 'waiting', refusal: null, answeredAt: null, ...seen },
  })
  await ownerDb().escalation.deleteMany({ where: { caseId: id } })
  const [first] = desk.came
  desk.came = []
  desk.answer = acknowledge
  return { id, about, first, kept: seen.sealed }
}

describe('a case that was on its way when the process ended', () => {
  it('is kept sealed before it goes, and no longer than until an answer is', async () => {
    const { id, first, kept } = await leftWaiting()
    expect(JSON.parse(kept ?? 'null')).toEqual(first)
    expect(kept).not.toMatch(/tall|Dana/u)
    await takeUp()
    expect((await passingOf(id)).sealed).toBeNull()
  })

  it('goes once more as it was, and what they say is kept and in the log', async () => {
    const { id, about, first } = await leftWaiting()
    expect(await takeUp()).toBe(1)
    expect(desk.came).toEqual([first])
    expect(await passingOf(id)).toMatchObject({ state: 'acknowledged', theirReference: reference })
    const row = await ownerDb().auditEvent.findFirstOrThrow({
      where: { reference: about },
      orderBy: { seq: 'desc' },
    })
    expect(row).toMatchObject({ action: 'passing-acknowledged', actorId: null })
    expect(await takeUp()).toBe(0)
  })

  it('is left alone while whoever sent it may still be waiting', async () => {
    const { id } = await leftWaiting()
    expect(await takeUp(4)).toBe(0)
    expect((await passingOf(id)).state).toBe('waiting')
    await takeUp()
  })

  it.each([
    ['is refused', { sealed: undefined }, () => refusal('not-for-us'), 'refused', 'not-for-us'],
    ['gets no answer', { sealed: undefined }, () => ({ hello: 'there' }), 'failed', null],
    ['was never sealed', { sealed: null }, acknowledge, 'failed', null],
    ['is not to be read', { sealed: '{' }, acknowledge, 'failed', null],
  ] as const)('where it %s, supervisors are told', async (_, over, answer, state, why) => {
    const { id } = await leftWaiting()
    if (over.sealed !== undefined)
      await ownerDb().casePassing.updateMany({ where: { caseId: id }, data: over })
    desk.answer = answer
    expect(await takeUp()).toBe(1)
    expect(await passingOf(id)).toMatchObject({ state, refusal: why, sealed: null })
    expect(await ownerDb().escalation.count({ where: { caseId: id, rule: 'passing-failed' } })).toBe(1)
  })

  it('is erased with its case', async () => {
    const { id, about } = await leftWaiting()
    const seen = async () => {
      const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id } })
      return { reference: about, version }
    }
    await ownerDb().case.update({
      where: { id },
      data: { status: 'closed', closedAt: new Date(), disposition: 'advice' },
    })
    await requestErasure(supervisor, { ...(await seen()), reason: 'asked-by-person' })
    await eraseCase({ actor: second, strongAt: new Date() }, await seen())
    expect((await passingOf(id)).sealed).toBeNull()
    await takeUp()
    expect(desk.came).toEqual([])
  })

  it('goes no more once its case is erased, also while others go before it', async () => {
    const first = await leftWaiting()
    const next = await leftWaiting()
    desk.answer = async (passed) => {
      await ownerDb().casePassing.updateMany({ where: { caseId: next.id }, data: { sealed: null } })
      return acknowledge(passed)
    }
    await takeUp()
    expect(desk.came).toEqual([first.first])
  })

  it('is not settled by what came of it where somebody sends it anew meanwhile', async () => {
    const { id } = await leftWaiting()
    desk.answer = async () => {
      await ownerDb().casePassing.updateMany({ where: { caseId: id }, data: { madeAt: later(5) } })
      return { hello: 'there' }
    }
    await takeUp()
    expect((await passingOf(id)).state).toBe('waiting')
    await takeUp(20)
  })

  it('one that went as a file waits for their word', async () => {
    const { id } = await leftWaiting()
    await ownerDb().casePassing.updateMany({ where: { caseId: id }, data: { way: 'file', sealed: null } })
    expect(await takeUp()).toBe(0)
  })
})
