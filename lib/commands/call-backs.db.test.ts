import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { localTime } from '@/lib/domain/calendar'
import { callBackState } from '@/lib/domain/call-back/call-back'
import { slotsFrom } from '@/lib/domain/call-back/slots'
import type { ReachPlan } from '@/lib/domain/contact/may-use'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { callBacksOf } from '@/lib/queries/call-backs-of'
import { listQueue } from '@/lib/queries/list-queue'
import { openForExport } from '@/lib/queries/open-for-export'
import { createKeys } from '@/lib/sealing/create-keys'
import { agreeCallBack } from './agree-call-back'
import { closeCase } from './close-case'
import { decideRisk } from './decide-risk'
import { endCallBack } from './end-call-back'
import { takeCase } from './take-case'
import { mergeCase } from './tie-cases'

const { home } = seedDistricts(currentForce())

function actor(part: string, role: Role, districts: readonly string[] = []): Actor {
  return { id: seedId('account', `${part}@example.test`), name: part, role, districts }
}

const officer = actor('officer', 'liaison-officer', [home])
const near = actor('quinn.doyle', 'liaison-officer', [home])
const supervisor = actor('supervisor', 'supervisor')
const triager = actor('triager', 'triager')
const handler = actor('call-handler', 'call-handler')

const anyTime: ReachPlan = {
  ...{ choice: 'plan', ways: ['call'], anyTime: true, onlyAt: false },
  ...{ times: null, days: [], hours: [] },
}
const nights: ReachPlan = { ...anyTime, anyTime: false, onlyAt: true, hours: ['20-22'] }
const known = { version: 0, plan: anyTime }
/** A time that the force still offers in an hour: the last there is, and the one before. */
const [other, time] = slotsFrom(now(), currentForce())
  .slice(-2)
  .map(({ from }) => from.toISOString())

beforeAll(async () => {
  if (!existsSync(env().KEY_DIR)) await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

/** A fresh case that the officer has taken and the call handler recorded. */
async function ownCase(): Promise<string> {
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  const reference = await sendCase(first)
  await takeCase(officer, { reference, version: 1 })
  await ownerDb().case.update({ where: { reference }, data: { recordedById: handler.id, receivedAt: now() } })
  return reference
}

async function codeOf(act: Promise<unknown>): Promise<unknown> {
  try {
    return (await act) ?? 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const rowOf = (reference: string) =>
  ownerDb().case.findUniqueOrThrow({ where: { reference }, select: { id: true, version: true } })

async function agree(
  who: Actor,
  reference: string,
  more: { at?: string | undefined; reason?: string } = {},
  by = known,
) {
  const { version } = await rowOf(reference)
  const { at = time ?? '', reason = '' } = more
  const agreed = { reference, version, planVersion: 0, at, reason }
  return codeOf(agreeCallBack(who, agreed, by))
}

async function end(who: Actor, reference: string, outcome: string, reason = '') {
  const { version } = await rowOf(reference)
  return codeOf(endCallBack(who, { reference, version, outcome, reason }))
}

async function inQueue(who: Actor, reference: string) {
  const { rows } = await listQueue(who, { page: 1 }, 50, [reference])
  return rows[0]?.callBack
}

describe('a time to ring somebody back', () => {
  it('is kept on the case and shown in the queue, moved with a reason, and ends with what came of it', async () => {
    const reference = await ownCase()
    const { id } = await rowOf(reference)
    expect(await inQueue(officer, reference)).toBeNull()
    expect(await agree(officer, reference)).toBe('set')
    expect((await inQueue(officer, reference))?.from.toISOString()).toBe(time)
    expect(await agree(officer, reference, { at: other })).toBe('reason-missing')
    expect(await agree(officer, reference, { at: other, reason: 'no-reason-of-ours' })).toBe('reason-missing')
    expect(await agree(officer, reference, { at: other, reason: 'they-asked' })).toBe('moved')
    expect((await inQueue(supervisor, reference))?.from.toISOString()).toBe(other)

    expect(await end(officer, reference, 'forgotten')).toBe('invalid')
    expect(await end(officer, reference, 'unreached')).toBe('unreached')
    expect(await end(officer, reference, 'done')).toBe('bad-transition')
    expect(await inQueue(officer, reference)).toBeNull()
    expect(await agree(supervisor, reference)).toBe('set')
    expect(await end(supervisor, reference, 'done')).toBe('done')
    const { next, past } = await callBacksOf(officer, id)
    expect(next).toBeNull()
    expect(past.map(({ outcome, reason, endedBy }) => [outcome, reason, endedBy !== null])).toEqual([
      ['done', null, true],
      ['unreached', null, true],
      ['moved', 'they-asked', true],
    ])
    const audit = await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })
    expect(audit.map(({ action }) => action).filter((one) => one.startsWith('call-back'))).toEqual([
      ...['call-back-set', 'call-back-moved', 'call-back-unreached', 'call-back-set', 'call-back-done'],
    ])
  })

  it('is one that the force offers, safe by their plan, and by the plan that was looked at', async () => {
    const reference = await ownCase()
    for (const at of ['', 'soon', now().toISOString(), '2020-01-06T10:00:00.000Z'])
      expect(await agree(officer, reference, { at })).toBe('time-gone')
    expect(await agree(officer, reference, {}, { version: 0, plan: nights })).toBe('time-not-safe')
    expect(await agree(officer, reference, {}, { version: 1, plan: anyTime })).toBe('plan-changed')
    await ownerDb().case.update({ where: { reference }, data: { planVersion: 1 } })
    expect(await agree(officer, reference)).toBe('plan-changed')
    expect((await callBacksOf(officer, (await rowOf(reference)).id)).next).toBeNull()
  })

  it('is late in the queue once it is over', async () => {
    const reference = await ownCase()
    await agree(officer, reference)
    const ahead = await inQueue(officer, reference)
    expect(ahead && callBackState(ahead, now())).toBe('ahead')
    const hourAgo = new Date(now().getTime() - 3_600_000)
    await ownerDb().caseCallBack.updateMany({
      where: { case: { reference } },
      data: { startsAt: new Date(hourAgo.getTime() - 1_800_000), endsAt: hourAgo },
    })
    const late = await inQueue(officer, reference)
    expect(late && callBackState(late, now())).toBe('broken')
  })

  it('is agreed by whoever recorded the case that day, or has it, and by nobody else', async () => {
    const reference = await ownCase()
    expect(await agree(handler, reference)).toBe('set')
    expect(await agree(handler, reference, { at: other, reason: 'they-asked' })).toBe('moved')
    expect(await agree(triager, reference)).toBe('not-found')
    expect(await agree(near, reference)).toBe('forbidden')
    expect(await end(near, reference, 'done')).toBe('forbidden')
    await ownerDb().case.update({
      where: { reference },
      data: { receivedAt: new Date(now().getTime() - 2 * 86_400_000) },
    })
    expect(await end(handler, reference, 'done')).toBe('not-found')
    expect(await end(officer, reference, 'done')).toBe('done')
  })

  it('is refused by the database as well to an officer who only sees the case, though they recorded it', async () => {
    const reference = await ownCase()
    await ownerDb().case.update({ where: { reference }, data: { recordedById: near.id } })
    const { id, version } = await rowOf(reference)
    const act = JSON.stringify({
      ...{ type: 'call-back-set', at: now().toISOString(), event_id: randomUUID(), patch: {} },
      detail: { from: time, until: other },
    })
    await expect(
      asActor(
        near,
        (tx) => tx.$queryRaw`SELECT change_case(${id}::uuid, ${version}::integer, ${act}::jsonb)`,
      ),
    ).rejects.toThrow(/agreed by whoever works on the case/u)
  })

  it('ends with its case', async () => {
    const reference = await ownCase()
    await agree(officer, reference)
    const seen = async () => ({ reference, version: (await rowOf(reference)).version })
    // By somebody else: whoever made it lighter does not close it alone.
    await decideRisk(supervisor, { ...(await seen()), risk: 'low', reason: 'Moved away.' })
    await closeCase(officer, { ...(await seen()), disposition: 'advice', reason: 'Said.' })
    const { next, past } = await callBacksOf(officer, (await rowOf(reference)).id)
    expect([next, past.map(({ outcome, endedBy }) => [outcome, endedBy])]).toEqual([
      null,
      [['dropped', null]],
    ])
    expect(await agree(officer, reference)).toBe('bad-transition')
  })
})

/** Says of a case what its person did. */
async function happens(reference: string, type: string, detail: Record<string, string> = {}) {
  const { id } = await rowOf(reference)
  await ownerDb().caseEvent.create({ data: { id: randomUUID(), caseId: id, at: now(), type, detail } })
}

const ofCase = async (reference: string) => callBacksOf(officer, (await rowOf(reference)).id)
const pastOf = async (reference: string) =>
  (await ofCase(reference)).past.map(({ outcome, reason, endedBy }) => [outcome, reason, endedBy !== null])

async function startsIn(reference: string, minutes: number) {
  const startsAt = new Date(now().getTime() + minutes * 60_000)
  const endsAt = new Date(startsAt.getTime() + 1_800_000)
  await ownerDb().caseCallBack.updateMany({ where: { case: { reference } }, data: { startsAt, endsAt } })
}

describe('a time that is not safe or not wanted any more', () => {
  it('is called off with a reason from the list, and nobody is to ring', async () => {
    const reference = await ownCase()
    expect(await end(officer, reference, 'cancelled', 'not-safe')).toBe('bad-transition')
    await agree(officer, reference)
    for (const reason of ['', 'they-asked', 'too-late'])
      expect(await end(officer, reference, 'cancelled', reason)).toBe('reason-missing')
    expect(await end(near, reference, 'cancelled', 'not-safe')).toBe('forbidden')
    expect(await end(handler, reference, 'cancelled', 'not-safe')).toBe('cancelled')
    expect(await inQueue(officer, reference)).toBeNull()
    expect(await pastOf(reference)).toEqual([['cancelled', 'not-safe', true]])
  })

  it.each([
    ['withdrawn', { hear: 'no' }, 'withdrawn'],
    ['plan-changed', { by: 'reporter', reach: 'code' }, 'unsafe'],
    ['plan-changed', { by: 'reporter', reach: 'theirs' }, 'unsafe'],
  ])('ends by itself with %s %j', async (type, detail, outcome) => {
    const reference = await ownCase()
    await agree(officer, reference)
    await happens(reference, type, detail)
    expect((await ofCase(reference)).next).toBeNull()
    expect(await pastOf(reference)).toEqual([[outcome, null, false]])
  })

  it('is not agreed with whoever wants nothing more done, and nobody is sent to ring because one passed before', async () => {
    const reference = await ownCase()
    await agree(officer, reference)
    await startsIn(reference, -60)
    const { id: caseId } = await rowOf(reference)
    await ownerDb()
      .$queryRaw`SELECT escalate_now(c, 'call-back-missed', now()) FROM "case" c WHERE c.id = ${caseId}::uuid`
    const open = () =>
      ownerDb().escalation.count({ where: { caseId, rule: 'call-back-missed', settledAt: null } })
    expect(await open()).toBe(1)
    await happens(reference, 'withdrawn', { hear: 'no' })
    expect(await open()).toBe(0)
    expect(await agree(officer, reference)).toBe('withdrawn')
    await happens(reference, 'withdrawal-taken-back')
    expect(await agree(officer, reference)).toBe('set')
  })

  it('is to be looked at again where another plan allows some way, until another time is agreed', async () => {
    const reference = await ownCase()
    await agree(officer, reference)
    expect((await inQueue(officer, reference))?.planChanged).toBe(false)
    await ownerDb().case.update({ where: { reference }, data: { planVersion: 1 } })
    await happens(reference, 'plan-changed', { by: 'reporter', reach: 'out' })
    expect((await inQueue(officer, reference))?.planChanged).toBe(true)
    expect((await ofCase(reference)).next?.planChanged).toBe(true)
    const { version } = await rowOf(reference)
    const moved = { reference, version, planVersion: 1, at: other ?? '', reason: 'not-safe-then' }
    expect(await agreeCallBack(officer, moved, { version: 1, plan: anyTime })).toBe('moved')
    expect((await ofCase(reference)).next?.planChanged).toBe(false)
  })
})

it('of a merged case is told on the one it goes on in, by whose it is', async () => {
  const [one, survivor] = [await ownCase(), await ownCase()]
  await agree(officer, one)
  const { version } = await rowOf(one)
  await mergeCase(supervisor, { reference: one, version, other: survivor })
  expect(await inQueue(officer, survivor)).toMatchObject({ of: one })
  const { next, merged } = await ofCase(survivor)
  expect([next, merged.map(({ reference }) => reference)]).toEqual([null, [one]])
  await agree(officer, survivor, { at: other })
  expect(await inQueue(officer, survivor)).toMatchObject({ of: null })
})

describe('whom somebody is to ring within the hour', () => {
  it('comes before what is no more urgent, and is in the queue of whoever put the case off', async () => {
    const [rung, calm] = [await ownCase(), await ownCase()]
    for (const [reference, days] of [
      [rung, 9],
      [calm, 8],
    ] as const) {
      const { id } = await rowOf(reference)
      const promisedBy = new Date(now().getTime() + days * 86_400_000)
      await ownerDb().case.update({
        where: { reference },
        data: { riskDecided: 'medium', riskRank: 1, promisedBy, slowLane: false },
      })
      await ownerDb().caseClock.deleteMany({ where: { caseId: id } })
    }
    await agree(officer, rung)
    const order = async (who: Actor) => {
      const { rows } = await listQueue(who, { page: 1 }, 10_000)
      return rows.map(({ reference }) => reference).filter((one) => one === rung || one === calm)
    }
    await startsIn(rung, 120)
    expect(await order(supervisor)).toEqual([calm, rung])
    const { id: caseId } = await rowOf(rung)
    const until = new Date(now().getTime() + 3 * 86_400_000)
    const put = { caseId, accountId: supervisor.id, until, reason: 'other-work' }
    await ownerDb().caseSnooze.create({ data: { ...put, madeAt: new Date(now().getTime() + 1_000) } })
    expect(await order(supervisor)).toEqual([calm])
    await startsIn(rung, 50)
    expect(await order(supervisor)).toEqual([rung, calm])
    await startsIn(rung, -300)
    expect(await order(supervisor)).toEqual([rung, calm])
  })
})

it('leaves in the history of an erased case neither a time at which a call is safe nor why one is not; the audit never has it', async () => {
  const reference = await ownCase()
  await agree(officer, reference)
  await agree(officer, reference, { at: other, reason: 'not-safe-then' })
  await end(officer, reference, 'cancelled', 'not-safe')
  const { id: caseId } = await rowOf(reference)
  const told = async () =>
    (await ownerDb().caseEvent.findMany({ where: { caseId, type: { startsWith: 'call-back-' } } })).map(
      ({ detail }) => detail,
    )
  const before = JSON.stringify(await told())
  for (const words of ['"from"', '"not-safe-then"', '"not-safe"']) expect(before).toContain(words)
  const audit = await ownerDb().auditEvent.findMany({
    where: { reference, action: { startsWith: 'call-back-' } },
  })
  expect(audit.map(({ detail }) => detail)).toEqual([{}, {}, {}])
  await ownerDb().$queryRaw`SELECT destroy_case(c, now()) FROM "case" c WHERE c.id = ${caseId}::uuid`
  expect(await told()).toEqual([{}, {}, {}])
  expect(await ownerDb().caseCallBack.count({ where: { caseId } })).toBe(0)
})

it('is taken out with the case by the clocks of the force', async () => {
  const reference = await ownCase()
  await agree(officer, reference)
  const { events } = await openForExport(supervisor, reference, null)
  const local = localTime(new Date(time ?? ''), currentForce())
    .toString()
    .slice(0, 16)
    .replace('T', ' ')
  expect(events.find(({ type }) => type === 'call-back-set')?.detail.from).toBe(local)
})
