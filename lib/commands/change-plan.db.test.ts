import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import type { Conversation } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import { safeContact } from '@/lib/journeys/safe-contact'
import { readPlan } from '@/lib/journeys/stored-plan'
import { followUpStatus } from '@/lib/queries/follow-up'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { openEscalations } from '@/lib/queries/list-escalations'
import { caseClocks } from '@/lib/queries/list-clocks'
import { listQueue } from '@/lib/queries/list-queue'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { openBox } from '@/scripts/testing/reads/own-eyes'
import { answerAgreement } from './answer-agreement'
import { answerStep } from './answer-step'
import { changePlan } from './change-plan'
import { closeCase } from './close-case'
import { enterFollowUp } from './enter-follow-up'
import { sayNotAgreed, takeBackWithdrawal, withdrawCase } from './object-to-case'
import { settleEscalation } from './settle-escalation'
import { newMessageToken, writeMessage } from './write-message'

const supervisor: Actor = {
  ...{ id: seedId('account', 'supervisor@example.test'), name: 'Helen', role: 'supervisor', districts: [] },
}

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const plansOf = (submissionId: string) =>
  ownerDb().contactPlan.findMany({
    where: { submissionId },
    orderBy: { version: 'asc' },
    include: { box: { include: { fields: true, wraps: true } } },
  })
const headlineOf = async (reference: string) => (await getCaseHeadline(supervisor, reference)).headline
const typesOf = async (reference: string) =>
  (await ownerDb().caseEvent.findMany({ where: { case: { reference } }, orderBy: { at: 'asc' } })).map(
    ({ type }) => type,
  )
const escalated = async (reference: string) =>
  (await openEscalations(supervisor)).rows
    .find((row) => row.reference === reference)
    ?.told.map(({ rule }) => rule)

async function answer({ cookie }: Conversation, steps: Readonly<Record<string, Record<string, string>>>) {
  for (const [slug, fields] of Object.entries(steps)) {
    const form = new URLSearchParams(fields)
    await answerStep({ slot: 'public', journeyId: safeContact.id, slug, form, cookie, channel: 'online' })
  }
  return (await readDraft('public', cookie))?.journeys[safeContact.id]?.token ?? ''
}

const textOnly = {
  how: { contactChoice: 'plan' },
  ways: { safeWays: 'text' },
  details: { phone: '07700900123' },
  times: { contactWhen: 'any-time' },
  say: { maySay: 'neutral' },
}

async function wait(reference: string): Promise<string> {
  const { id: caseId, force } = await found(reference)
  const [id, box] = [randomUUID(), randomUUID()]
  await ownerDb().sealedBox.create({ data: { id: box, purpose: 'outbound', suite: 1 } })
  const at = new Date()
  await ownerDb().outbound.create({
    data: {
      ...{ id, force, caseId, way: 'text', purpose: 'notice', planVersion: 0, boxId: box },
      ...{ madeAt: at, nextAt: at },
    },
  })
  return id
}

describe('a plan that somebody changes with their code', () => {
  test('holds at once, sealed to the desk alone, and stops what waits to go out', async () => {
    const one = await converse()
    const waiting = await wait(one.reference)
    const token = await answer(one, textOnly)
    const post = { cookie: one.cookie, token, locale: 'en' } as const
    expect(await changePlan(post)).toEqual({ to: 'kept' })
    expect(await found(one.reference)).toMatchObject({ planVersion: 1 })
    const [plan] = await plansOf(one.submissionId)
    expect(plan).toMatchObject({ version: 1, madeBy: 'reporter', reach: 'out' })
    const box = plan?.box as SealedBoxRow
    expect(box.wraps.some(({ keyId }) => keyId.startsWith('reporter-'))).toBe(false)
    expect(readPlan(await openBox(box))).toMatchObject({
      journey: 'safe-contact',
      answers: { contactChoice: 'plan', safeWays: ['text'], phone: '07700900123' },
    })
    expect(await ownerDb().outbound.findUnique({ where: { id: waiting } })).toMatchObject({
      ...{ state: 'stopped', reason: 'plan-changed', boxId: null },
    })
    expect(await typesOf(one.reference)).toContain('plan-changed')
    expect((await followUpStatus(one.submissionId))?.reach).toBe('out')
    expect((await readDraft('public', one.cookie))?.journeys[safeContact.id]).toBeUndefined()
  })

  test('posted ten times at once is one plan', async () => {
    const one = await converse()
    const post = { cookie: one.cookie, token: await answer(one, textOnly), locale: 'en' } as const
    const results = await Promise.all(Array.from({ length: 10 }, () => changePlan(post)))
    expect(new Set(results.map(({ to }) => to))).toEqual(new Set(['kept']))
    expect(await plansOf(one.submissionId)).toHaveLength(1)
  })

  test('is not said to be kept where its answers are gone: the plan that held holds', async () => {
    const one = await converse()
    const lost = { cookie: one.cookie, token: 'x', locale: 'en' } as const
    expect(await changePlan(lost)).toEqual({ to: 'step', slug: 'how' })
    expect(await plansOf(one.submissionId)).toEqual([])
    const kept = { ...lost, token: await answer(one, textOnly) }
    expect(await changePlan(kept)).toEqual({ to: 'kept' })
    expect(await changePlan(kept)).toEqual({ to: 'kept' })
    expect(await changePlan(lost)).toEqual({ to: 'step', slug: 'how' })
    expect(await plansOf(one.submissionId)).toHaveLength(1)
  })

  test('may turn every way off: then they come to us', async () => {
    const one = await converse()
    const token = await answer(one, { how: { contactChoice: 'anonymous' } })
    expect(await changePlan({ cookie: one.cookie, token, locale: 'cy' })).toEqual({ to: 'kept' })
    expect(await plansOf(one.submissionId)).toMatchObject([{ reach: 'theirs' }])
  })

  test('is not taken half answered, from another page, or without a follow-up', async () => {
    const one = await converse()
    const token = await answer(one, { how: { contactChoice: 'plan' } })
    expect(await changePlan({ cookie: one.cookie, token, locale: 'en' })).toEqual({
      to: 'step',
      slug: 'ways',
    })
    await answer(one, textOnly)
    expect(await changePlan({ cookie: one.cookie, token: 'x', locale: 'en' })).toEqual({ to: 'check' })
    expect(await changePlan({ cookie: undefined, token, locale: 'en' })).toEqual({ to: 'ended' })
    expect(await plansOf(one.submissionId)).toEqual([])
  })
})

describe('a plan that somebody began', () => {
  test('is not there for whoever enters another code in the same browser, and is for themselves', async () => {
    const [one, other] = [await converse(), await converse()]
    const token = await answer(one, textOnly)
    const begun = async () => (await readDraft('public', one.cookie))?.journeys[safeContact.id]
    expect(await enterFollowUp(one.returnCode, one.cookie)).toBe(one.cookie)
    expect((await begun())?.answers).toMatchObject({ phone: '07700900123' })
    expect(await enterFollowUp(other.returnCode, one.cookie)).toBe(one.cookie)
    expect(await begun()).toBeUndefined()
    await changePlan({ cookie: one.cookie, token, locale: 'en' })
    expect(await plansOf(other.submissionId)).toEqual([])
  })
})

describe('what somebody says with their code', () => {
  test('was not as agreed goes to supervisors, once, and closing does not settle it', async () => {
    const { reference, submissionId, cookie } = await converse()
    expect(await sayNotAgreed(cookie)).toBe('done')
    expect(await sayNotAgreed(cookie)).toBe('done')
    expect(await typesOf(reference)).toEqual(['received', 'not-as-agreed'])
    expect((await followUpStatus(submissionId))?.disputed).toBe(true)
    const { version } = await found(reference)
    await closeCase(supervisor, { reference, version, disposition: 'advice', reason: 'Done.' })
    expect(await escalated(reference)).toContain('not-as-agreed')
    await settleEscalation(supervisor, { reference, rule: 'not-as-agreed' })
    expect((await followUpStatus(submissionId))?.disputed).toBe(false)
  })

  test('was not as agreed is not settled by the supervisor who has the case, unless nobody else could', async () => {
    const { reference, cookie } = await converse()
    await ownerDb().case.update({ where: { reference }, data: { assigneeId: supervisor.id } })
    await sayNotAgreed(cookie)
    const settle = (by: Actor) => settleEscalation(by, { reference, rule: 'not-as-agreed' })
    const forThem = async (by: Actor) =>
      (await caseClocks(by, { ...(await found(reference)), risk: 'medium' })).escalations.map(
        ({ rule, forAnother }) => [rule, forAnother],
      )
    // Sealed to them alone, there is nobody else.
    const sealed = { restricted: true, namedIds: [supervisor.id] }
    await ownerDb().case.update({ where: { reference }, data: sealed })
    expect(await forThem(supervisor)).toEqual([['not-as-agreed', false]])
    const another: Actor = { ...supervisor, id: randomUUID(), name: 'Mo' }
    await ownerDb().account.create({
      data: { id: another.id, email: `${another.id}@example.test`, name: 'Mo', role: 'supervisor' },
    })
    await ownerDb().case.update({ where: { reference }, data: { namedIds: [supervisor.id, another.id] } })
    expect(await forThem(supervisor)).toEqual([['not-as-agreed', true]])
    expect(await forThem(another)).toEqual([['not-as-agreed', false]])
    await expect(settle(supervisor)).rejects.toThrow('bad-transition')
    await settle(another)
    expect(await forThem(another)).toEqual([])
  })

  test('withdraws: nobody contacts them any more, and a person closes it', async () => {
    const { reference, submissionId, cookie } = await converse()
    const { version } = await found(reference)
    expect(await withdrawCase({ cookie, locale: 'en', mayContact: false })).toBe('done')
    expect(await withdrawCase({ cookie, locale: 'en', mayContact: false })).toBe('done')
    expect(await found(reference)).toMatchObject({ version: version + 1, status: 'new', planVersion: 1 })
    expect(await plansOf(submissionId)).toMatchObject([{ reach: 'theirs' }])
    expect((await typesOf(reference)).sort()).toEqual(['plan-changed', 'received', 'withdrawn'])
    expect((await followUpStatus(submissionId))?.withdrawnAt).toBeInstanceOf(Date)
    const { rows } = await listQueue(supervisor, { page: 1 }, 10_000)
    expect(rows.find((row) => row.reference === reference)?.withdrawn).toBe(true)
  })

  test('withdraws, until the case is opened again', async () => {
    const { reference, submissionId, cookie } = await converse()
    await withdrawCase({ cookie, locale: 'en', mayContact: true })
    const { id: caseId } = await found(reference)
    const detail = { from: 'closed', to: 'in-progress' }
    await ownerDb().caseEvent.create({
      data: { id: randomUUID(), caseId, at: new Date(Date.now() + 1_000), type: 'status-set', detail },
    })
    expect((await followUpStatus(submissionId))?.withdrawnAt).toBeNull()
    const { rows } = await listQueue(supervisor, { page: 1 }, 10_000)
    expect(rows.find((row) => row.reference === reference)?.withdrawn).toBe(false)
  })

  test('withdraws, and takes that back while it is open: it counts no more, and may be said again', async () => {
    const { reference, submissionId, cookie } = await converse()
    expect(await takeBackWithdrawal(cookie)).toBe('done')
    expect(await typesOf(reference)).toEqual(['received'])
    await withdrawCase({ cookie, locale: 'en', mayContact: false })
    const { version } = await found(reference)
    expect(await takeBackWithdrawal(cookie)).toBe('done')
    expect(await takeBackWithdrawal(cookie)).toBe('done')
    expect((await followUpStatus(submissionId))?.withdrawnAt).toBeNull()
    // Nobody contacts them until they say so themselves.
    expect(await found(reference)).toMatchObject({ version: version + 1, planVersion: 1 })
    const row = async () =>
      (await listQueue(supervisor, { page: 1 }, 10_000)).rows.find((one) => one.reference === reference)
    expect((await row())?.withdrawn).toBe(false)
    await withdrawCase({ cookie, locale: 'en', mayContact: true })
    expect((await row())?.withdrawn).toBe(true)
    expect((await typesOf(reference)).filter((type) => type.startsWith('withdraw'))).toEqual([
      ...['withdrawn', 'withdrawal-taken-back', 'withdrawn'],
    ])
    const seen = { reference, version: (await found(reference)).version }
    await closeCase(supervisor, { ...seen, disposition: 'withdrawn', reason: 'They asked.' })
    expect(await takeBackWithdrawal(cookie)).toBe('over')
    expect(await takeBackWithdrawal(undefined)).toBe('ended')
  })

  test('is said to be done to whoever did it in this visit, the last of it', async () => {
    const { cookie } = await converse()
    const done = async () => (await followUpOf(cookie)).done
    expect(await done()).toBeUndefined()
    await sayNotAgreed(cookie)
    expect(await done()).toBe('not-agreed')
    await withdrawCase({ cookie, locale: 'en', mayContact: true })
    expect(await done()).toBe('withdrawn')
    await takeBackWithdrawal(cookie)
    expect(await done()).toBe('goes-on')
    expect(await answerAgreement({ cookie, id: randomUUID(), answer: 'no' })).toBe('over')
    expect(await done()).toBe('answered-late')
  })

  test('withdraws, and says only afterwards that they want to hear nothing', async () => {
    const { reference, submissionId, cookie } = await converse()
    const { version } = await found(reference)
    const waiting = await wait(reference)
    expect(await withdrawCase({ cookie, locale: 'en', mayContact: true })).toBe('done')
    expect(await withdrawCase({ cookie, locale: 'en', mayContact: false })).toBe('done')
    // Each is an answer of its own to whoever closes.
    expect(await found(reference)).toMatchObject({ version: version + 2, planVersion: 1 })
    expect(await plansOf(submissionId)).toMatchObject([{ reach: 'theirs' }])
    expect(await ownerDb().outbound.findUnique({ where: { id: waiting } })).toMatchObject({
      state: 'stopped',
    })
    expect((await headlineOf(reference)).wantsToHear).toBe(false)
  })

  test('withdraws, and whoever acts on the case is told of it, and whether they want to hear how it ends', async () => {
    const { reference, cookie } = await converse()
    expect(await headlineOf(reference)).toMatchObject({ withdrawnAt: null, wantsToHear: null })
    await withdrawCase({ cookie, locale: 'en', mayContact: true })
    const told = await headlineOf(reference)
    expect(told).toMatchObject({ wantsToHear: true })
    expect(told.withdrawnAt).toBeInstanceOf(Date)
    await takeBackWithdrawal(cookie)
    expect(await headlineOf(reference)).toMatchObject({ withdrawnAt: null, wantsToHear: null })
  })

  test('withdraws: its clocks stand still, what waits to go out is stopped, and all that goes on when they say so', async () => {
    const { reference, cookie, submissionId } = await converse()
    const { id: caseId } = await found(reference)
    const clocks = async () =>
      Object.fromEntries(
        (await ownerDb().caseClock.findMany({ where: { caseId, endedAt: null } })).map((one) => [
          one.kind,
          [one.pause, one.dueAt],
        ]),
      )
    const before = await clocks()
    const waiting = await wait(reference)
    await withdrawCase({ cookie, locale: 'en', mayContact: true })
    expect(await clocks()).toEqual({
      'first-contact': ['withdrawn', before['first-contact']?.[1]],
      review: before.review,
    })
    expect((await followUpStatus(submissionId))?.firstContactOpen).toBe(false)
    expect(await ownerDb().outbound.findUnique({ where: { id: waiting } })).toMatchObject({
      ...{ state: 'stopped', reason: 'withdrawn', boxId: null },
    })
    await takeBackWithdrawal(cookie)
    expect(await clocks()).toEqual(before)
  })

  test('withdraws, and is promised no less than what was left where they go on after its time', async () => {
    const { reference, cookie } = await converse()
    const { id: caseId } = await found(reference)
    await withdrawCase({ cookie, locale: 'en', mayContact: true })
    const kind = 'first-contact'
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
    const [pausedAt, dueAt] = [hours(-50), hours(-48)]
    await ownerDb().caseClock.updateMany({ where: { caseId, kind }, data: { pausedAt, dueAt } })
    await takeBackWithdrawal(cookie)
    const clock = await ownerDb().caseClock.findFirstOrThrow({ where: { caseId, kind } })
    expect(clock.pause).toBeNull()
    expect(Number(clock.dueAt) - Date.now()).toBeGreaterThan(1.9 * 3_600_000)
  })

  test('withdraws again, after another plan and after it was opened again', async () => {
    const one = await converse()
    const { reference, submissionId, cookie } = one
    const off = { cookie, locale: 'en', mayContact: false } as const
    await withdrawCase(off)
    await changePlan({ cookie, token: await answer(one, textOnly), locale: 'en' })
    expect(await withdrawCase(off)).toBe('done')
    expect((await plansOf(submissionId)).map(({ reach }) => reach)).toEqual(['theirs', 'out', 'theirs'])
    const { version } = await found(reference)
    await closeCase(supervisor, { reference, version, disposition: 'advice', reason: 'Done.' })
    await writeMessage({ cookie, text: 'He is here', danger: 'yes', token: newMessageToken() })
    await withdrawCase(off)
    expect((await typesOf(reference)).filter((type) => type === 'withdrawn')).toHaveLength(2)
  })

  test('withdraws and wants to hear how it ends: the plan stays', async () => {
    const { submissionId, cookie } = await converse()
    expect(await withdrawCase({ cookie, locale: 'en', mayContact: true })).toBe('done')
    expect(await plansOf(submissionId)).toEqual([])
    expect(await withdrawCase({ cookie: undefined, locale: 'en', mayContact: true })).toBe('ended')
  })
})
