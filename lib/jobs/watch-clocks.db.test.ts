import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { ParityRow } from '../../e2e/factories/parity-rows'
import { asOf } from '@/lib/adapters/clock'
import { recordContact } from '@/lib/commands/record-contact'
import { reviewCase } from '@/lib/commands/review-case'
import { settleEscalation } from '@/lib/commands/settle-escalation'
import { noteClocks, passEscalation, raiseEscalation, reckonClocks } from '@/lib/commands/watch-rows'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import {
  contactResults,
  contactResultsFor,
  followChange,
  followContact,
  outcomeOf,
} from '@/lib/domain/clocks/clock-rules'
import type { ClockedCase, ContactResult, EndedClock, RunningClock } from '@/lib/domain/clocks/clock-rules'
import { escalationRules, isSettledByHand } from '@/lib/domain/clocks/escalation-rules'
import { lateKind } from '@/lib/domain/clocks/promise-words'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { ownDatabase } from '../../scripts/testing/own-database'
import { watchClocks } from './watch-clocks'

// Escalations are told of every case of a force: of these alone.
await ownDatabase()

const start = Date.parse('2026-11-18T10:00:00Z')
const hour = 3_600_000
const after = (hours: number) => new Date(start + hours * hour)
const made: ParityRow[] = []

async function aCase(more: { readonly risk?: 'high'; readonly dueIn?: number } = {}): Promise<ParityRow> {
  const row = parityRow(`CLOCK-${randomUUID()}`, {
    ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: after(0) },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  })
  await storeParityRows([row])
  made.push(row)
  await ownerDb().case.update({
    where: { id: row.id },
    data: { promisedBy: after(more.dueIn ?? 48), riskRank: more.risk === 'high' ? 0 : 2 },
  })
  await ownerDb().caseClock.updateMany({
    where: { caseId: row.id, kind: 'first-contact' },
    data: { dueAt: after(more.dueIn ?? 48) },
  })
  return row
}

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({
    data: { id, email: `${id}@example.test`, name: 'Somebody', role, createdAt: new Date() },
  })
  return { id, name: 'Somebody', role, districts: [] }
}

const change = ({ id }: ParityRow, at: Date, data: object) =>
  ownerDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.at', ${at.toISOString()}, true)`
    await tx.case.update({ where: { id }, data })
  })
const attempt = { planVersion: 0, way: 'they-contacted', next: 'nothing', reason: '', words: '' }
const contact = async ({ reference, id }: ParityRow, at: Date, result: ContactResult) => {
  const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id } })
  await asOf(at, () => recordContact(supervisor, { reference, version, ...attempt, result }, null))
}
const clocksOf = ({ id }: ParityRow) => ownerDb().caseClock.findMany({ where: { caseId: id } })
const told = async ({ id }: ParityRow) =>
  (
    await ownerDb().escalation.findMany({
      where: { caseId: id },
      orderBy: [{ rule: 'asc' }, { raisedAt: 'asc' }],
    })
  ).map(({ rule, settledAt }) => `${rule}${settledAt === null ? '' : ' settled'}`)
const history = async ({ id }: ParityRow) =>
  (await ownerDb().caseEvent.findMany({ where: { caseId: id, type: { not: 'noted' } } }))
    .map(({ type, detail }) => `${type} ${JSON.stringify(detail)}`)
    .sort()
const watchAt = (hours: number) => asOf(after(hours), () => watchClocks())

let supervisor: Actor
beforeAll(async () => {
  supervisor = await somebody('supervisor')
})
afterAll(async () => {
  await dropParityRows(made)
})

describe('the clocks the database keeps', () => {
  const status = fc.constantFrom('new', 'assigned', 'in-progress', 'awaiting-contact', 'closed')
  const step = fc.oneof(
    status.map((to) => ({ status: to })),
    fc.constantFrom('staff' as const, 'reporter' as const).map((from) => ({ lastMessageFrom: from })),
    fc.constantFrom(...contactResults).map((result) => ({ result })),
  )

  const promised = fc.record({
    asked: fc.constantFrom('officer', 'desk-first', 'person-first', 'nobody'),
    reach: fc.constantFrom('out', 'code', 'theirs', 'none'),
    dutyAt: fc.constantFrom(null, after(1)),
  })

  it('are those of the rules, whatever happens to a case', async () => {
    await fc.assert(
      fc.asyncProperty(promised, fc.array(step, { maxLength: 7 }), async (promise, steps) => {
        const row = await aCase({ dueIn: 3 })
        await ownerDb().caseClock.updateMany({
          where: { caseId: row.id, kind: 'first-contact' },
          data: promise,
        })
        const aimOnly = lateKind(promise) === 'lateAim'
        let now: ClockedCase = {
          ...{ status: 'new', lastMessageFrom: null, lastMessageAt: null, erased: false },
          ...{ aimOnly, reach: promise.reach },
        }
        let running: readonly RunningClock[] = followChange([], null, now, after(0)).running
        const ended: EndedClock[] = []
        for (const [index, change_] of steps.entries()) {
          const at = after(index + 1)
          if ('result' in change_) {
            if (now.status === 'closed' || !contactResultsFor(promise.reach).includes(change_.result))
              continue
            await contact(row, at, change_.result)
            const isReached = change_.result === 'spoke' && now.status === 'awaiting-contact'
            const next = isReached ? { ...now, status: 'in-progress' as const } : now
            const done = followContact(followChange(running, now, next, at).running, change_.result, next, at)
            ended.push(...done.ended)
            running = done.running
            now = next
            continue
          }
          const message = 'lastMessageFrom' in change_ ? { ...change_, lastMessageAt: at } : change_
          const closing = now.status !== 'closed' && 'status' in change_ && change_.status === 'closed'
          await change(row, at, { ...message, ...(closing ? { closedAt: at, disposition: 'advice' } : {}) })
          const next = { ...now, ...message }
          const done = followChange(running, now, next, at)
          ended.push(...done.ended)
          running = done.running
          now = next
        }
        const rows = await clocksOf(row)
        const said = rows.map(({ kind, startedAt, pausedAt, endedAt, outcome }) =>
          endedAt === null
            ? [kind, startedAt.toISOString(), pausedAt?.toISOString() ?? 'runs'].join(' ')
            : [kind, endedAt.toISOString(), outcome].join(' '),
        )
        const expected = [
          ...running.map(({ kind, startedAt, pausedAt }) =>
            [kind, startedAt.toISOString(), pausedAt?.toISOString() ?? 'runs'].join(' '),
          ),
          ...ended.map((end) => {
            const due = end.kind === 'first-contact' ? after(3) : null
            return [end.kind, end.endedAt.toISOString(), outcomeOf(end, due)].join(' ')
          }),
        ]
        expect(said.sort()).toEqual(expected.sort())
      }),
      { numRuns: 60 },
    )
  })

  it.each(['new', 'in-progress'])(
    'of one that is %s wait for a contact, and not for work to begin',
    async (status) => {
      const row = await aCase()
      await change(row, after(1), { status })
      const first = async () => (await clocksOf(row)).find(({ kind }) => kind === 'first-contact')
      expect((await first())?.outcome).toBeNull()
      await contact(row, after(2), 'no-answer')
      expect(await first()).toMatchObject({ endedAt: after(2), outcome: 'kept' })
      const told = await ownerDb().auditEvent.findFirst({
        where: { caseId: row.id, action: 'contact-recorded' },
      })
      expect(told).toMatchObject({ actorId: supervisor.id, detail: { result: 'no-answer' } })
    },
  )

  it('of whoever reads messages with their code alone wait for one, whatever else is said to have been tried', async () => {
    const row = await aCase()
    await ownerDb().caseClock.updateMany({
      where: { caseId: row.id, kind: 'first-contact' },
      data: { asked: 'officer', reach: 'code', dutyAt: after(0) },
    })
    const first = async () => (await clocksOf(row)).find(({ kind }) => kind === 'first-contact')
    for (const [index, result] of contactResults.entries()) {
      await expect(contact(row, after(index + 1), result)).rejects.toThrow('invalid')
      const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id: row.id } })
      const act = {
        at: after(index + 1),
        event_id: randomUUID(),
        type: 'contact-recorded',
        detail: { result },
        plan_version: 0,
      }
      await asActor(
        supervisor,
        (tx) =>
          tx.$queryRaw`SELECT change_case(${row.id}::uuid, ${version}::integer, ${JSON.stringify(act)}::jsonb)`,
      )
    }
    expect(await history(row)).toHaveLength(contactResults.length)
    await change(row, after(5), { status: 'in-progress' })
    await change(row, after(6), { status: 'awaiting-contact' })
    expect(await first()).toMatchObject({ endedAt: null, outcome: null })
    await change(row, after(7), { lastMessageFrom: 'staff', lastMessageAt: after(7) })
    expect(await first()).toMatchObject({ endedAt: after(7), outcome: 'kept' })
  })

  it('of one that contacts us are told that it did, and of nothing else', async () => {
    const row = await aCase()
    await ownerDb().caseClock.updateMany({
      where: { caseId: row.id },
      data: { asked: 'officer', reach: 'theirs' },
    })
    await expect(contact(row, after(1), 'no-answer')).rejects.toThrow('invalid')
    await change(row, after(1), { status: 'awaiting-contact' })
    await contact(row, after(2), 'spoke')
    expect(await history(row)).toEqual([
      'contact-recorded {"to":"in-progress","way":"they-contacted","from":"awaiting-contact","next":"nothing","result":"spoke"}',
    ])
  })

  it('of one that is closed with nobody reached were not kept', async () => {
    const row = await aCase()
    await change(row, after(1), { status: 'in-progress' })
    await change(row, after(2), { status: 'closed', closedAt: after(2), disposition: 'advice' })
    expect((await clocksOf(row)).map(({ kind, outcome }) => [kind, outcome]).sort()).toEqual([
      ['first-contact', 'dropped'],
      ['review', 'dropped'],
    ])
  })

  it('are told of a contact by whoever has the case alone, and by no other result', async () => {
    const [other, row] = [await somebody('triager'), await aCase()]
    await expect(
      recordContact(other, { reference: row.reference, version: 1, ...attempt, result: 'spoke' }, null),
    ).rejects.toThrow('forbidden')
    await expect(
      recordContact(supervisor, { reference: row.reference, version: 1, ...attempt, result: 'wrote' }, null),
    ).rejects.toThrow('invalid')
    const forge = (actor: Actor, detail: object) => {
      const act = { at: after(1), event_id: randomUUID(), type: 'contact-recorded', detail, plan_version: 0 }
      return asActor(
        actor,
        (tx) => tx.$queryRaw`SELECT change_case(${row.id}::uuid, 1, ${JSON.stringify(act)}::jsonb)`,
      )
    }
    await expect(forge(other, { result: 'spoke' })).rejects.toThrow(/whoever has the case/)
    await expect(forge(supervisor, {})).rejects.toThrow(/has a result/)
    expect((await clocksOf(row)).filter(({ endedAt }) => endedAt !== null)).toEqual([])
  })

  it('end with what was said, and begin anew for a case that is opened again', async () => {
    const row = await aCase()
    await change(row, after(1), { status: 'closed', closedAt: after(1), disposition: 'advice' })
    expect((await clocksOf(row)).filter(({ endedAt }) => endedAt === null)).toEqual([])
    await change(row, after(2), { status: 'in-progress', closedAt: null })
    const open = (await clocksOf(row)).filter(({ endedAt }) => endedAt === null)
    expect(open.map(({ kind }) => kind).sort()).toEqual(['next-update', 'review'])
    await change(row, after(3), {
      status: 'closed',
      closedAt: after(3),
      disposition: 'advice',
      erasedAt: after(3),
    })
    expect((await clocksOf(row)).filter(({ endedAt }) => endedAt === null)).toEqual([])
  })
})

describe('the watch over the clocks', () => {
  it('reckons what has no time yet, and anew where the risk is decided otherwise', async () => {
    const row = await aCase()
    await watchAt(0.01)
    const review = async () => (await clocksOf(row)).find(({ kind }) => kind === 'review')?.dueAt
    expect(await review()).toEqual(new Date('2026-12-16T20:00:00Z'))
    await change(row, after(0.1), { riskRank: 0 })
    expect(await review()).toBeNull()
    await watchAt(0.2)
    expect(await review()).toEqual(new Date('2026-11-20T20:00:00Z'))
  })

  it('tells of what is near once, of what is broken once, and a supervisor of it until they have seen to it', async () => {
    const row = await aCase({ dueIn: 8 })
    await ownerDb().case.update({ where: { id: row.id }, data: { firstOpenedAt: after(1) } })
    await watchAt(5.9)
    expect(await history(row)).toEqual([])
    await watchAt(6)
    await watchAt(6.1)
    const near = 'clock-near {"clock":"first-contact"}'
    expect(await history(row)).toEqual([near])
    await watchAt(8.1)
    await watchAt(8.2)
    const broken = ['clock-broken {"clock":"first-contact"}', near, 'escalated {"rule":"promise-broken"}']
    expect(await history(row)).toEqual(broken)
    expect(await told(row)).toEqual(['promise-broken'])
    const settle = () =>
      asOf(after(9), () => settleEscalation(supervisor, { reference: row.reference, rule: 'promise-broken' }))
    await settle()
    await expect(settle()).rejects.toThrow('bad-transition')
    await watchAt(9.1)
    expect(await told(row)).toEqual(['promise-broken settled'])
    const rows = { caseId: row.id, action: { in: ['clock-near', 'clock-broken', 'escalated'] } }
    expect(await ownerDb().auditEvent.count({ where: { ...rows, actorId: null } })).toBe(3)
  })

  it('does not break what stands still, and starts it anew when they answer', async () => {
    const row = await aCase()
    await change(row, after(1), { status: 'awaiting-contact' })
    await watchAt(24 * 60)
    expect((await history(row)).filter((line) => line.includes('next-update'))).toEqual([])
    await change(row, after(24 * 61), {
      ...{ lastMessageFrom: 'reporter', lastMessageAt: after(24 * 61), status: 'in-progress' },
    })
    await watchAt(24 * 61 + 1)
    const update = (await clocksOf(row)).find(({ kind }) => kind === 'next-update')
    expect(update).toMatchObject({ startedAt: after(24 * 61), pausedAt: null, brokenAt: null })
    expect(update?.dueAt).toEqual(new Date('2027-01-25T20:00:00Z'))
  })

  it('tells of danger nobody has opened, and takes it back when somebody does', async () => {
    const row = await aCase({ risk: 'high', dueIn: 24 })
    await watchAt(0.24)
    expect(await told(row)).toEqual([])
    await watchAt(0.26)
    expect(await told(row)).toEqual(['danger-unacknowledged'])
    await watchAt(20)
    expect(await told(row)).toEqual(['danger-unacknowledged'])
    await ownerDb().case.update({ where: { id: row.id }, data: { firstOpenedAt: after(21) } })
    await watchAt(21)
    expect(await told(row)).toEqual(['danger-unacknowledged settled'])
  })

  it('tells of danger that was opened while the control room knows nothing, until it does or a supervisor has seen to it', async () => {
    const [one, other] = [await aCase({ risk: 'high', dueIn: 24 }), await aCase({ risk: 'high', dueIn: 24 })]
    for (const { id } of [one, other])
      await ownerDb().case.update({
        where: { id },
        data: { firstOpenedAt: after(0.1), riskRules: ['happening-now'] },
      })
    await watchAt(0.24)
    expect(await told(one)).toEqual([])
    await watchAt(0.26)
    expect(await told(one)).toEqual(['control-room-untold'])
    await ownerDb().caseEvent.create({
      data: { id: randomUUID(), caseId: one.id, at: after(1), type: 'control-room-told', detail: {} },
    })
    await settleEscalation(supervisor, { reference: other.reference, rule: 'control-room-untold' })
    await watchAt(2)
    await watchAt(3)
    for (const row of [one, other]) expect(await told(row)).toEqual(['control-room-untold settled'])
  })

  it.each(escalationRules.map(({ id }) => [id, isSettledByHand(id)] as const))(
    'lets %s pass once what it asks for is done, or be settled by hand',
    async (rule, isByHand) => {
      const row = await aCase()
      await raiseEscalation(row.id, rule, after(1), after(2))
      const settle = settleEscalation(supervisor, { reference: row.reference, rule })
      if (isByHand) await settle
      else await expect(settle).rejects.toThrow('invalid')
      // Also past the command.
      const [said] = await asActor(
        supervisor,
        (tx) =>
          tx.$queryRaw<
            { outcome: string }[]
          >`SELECT settle_escalation(${row.reference}, ${rule}, now()) AS outcome`,
      )
      expect(said?.outcome).toBe('not-found')
      expect(await told(row)).toEqual([isByHand ? `${rule} settled` : rule])
    },
  )

  it('tells of a reply to what is closed that nobody answers in time, until somebody does or a supervisor has seen to it', async () => {
    const row = await aCase()
    await ownerDb().message.updateMany({ where: { submissionId: row.id }, data: { at: after(0) } })
    const write = async (at: Date, author: 'reporter' | 'staff') => {
      const id = randomUUID()
      await ownerDb().sealedBox.create({ data: { id, purpose: 'message', suite: 1 } })
      await ownerDb().message.create({ data: { id, submissionId: row.id, at, author, boxId: id } })
      await change(row, at, { lastMessageAt: at, lastMessageFrom: author })
    }
    const week = 7 * 24
    await change(row, after(1), { status: 'closed', closedAt: after(1), disposition: 'advice' })
    await watchAt(2 * week)
    await write(after(2 * week), 'reporter')
    await watchAt(3 * week + 9)
    expect(await told(row)).toEqual([])
    await write(after(3 * week + 9), 'reporter')
    await watchAt(3 * week + 11)
    expect(await told(row)).toEqual(['unanswered'])
    expect(await history(row)).toContain('escalated {"rule":"unanswered"}')
    await write(after(3 * week + 12), 'reporter')
    expect(await told(row)).toEqual(['unanswered'])
    const seeTo = () => settleEscalation(supervisor, { reference: row.reference, rule: 'unanswered' })
    await asOf(after(3 * week + 13), seeTo)
    await watchAt(5 * week)
    expect(await told(row)).toEqual(['unanswered settled'])
    await write(after(5 * week), 'reporter')
    await watchAt(8 * week)
    expect(await told(row)).toEqual(['unanswered settled', 'unanswered'])
    await write(after(8 * week + 1), 'staff')
    await watchAt(11 * week)
    expect(await told(row)).toEqual(['unanswered settled', 'unanswered settled'])
  })

  it('tells that nobody has said that somebody was rung back, once, and of a merged case on the one it goes on in', async () => {
    const [row, other] = [await aCase({ dueIn: 500 }), await aCase({ dueIn: 500 })]
    for (const one of [row, other]) await change(one, after(0), { firstOpenedAt: after(0) })
    const agree = async (caseId: string, endsAt: Date) => {
      const id = randomUUID()
      await ownerDb().caseEvent.create({ data: { id, caseId, at: after(0), type: 'noted' } })
      const startsAt = new Date(endsAt.getTime() - 1_800_000)
      await ownerDb().caseCallBack.create({ data: { id, caseId, startsAt, endsAt, planVersion: 0 } })
      return () =>
        ownerDb().caseCallBack.update({ where: { id }, data: { outcome: 'done', endedAt: endsAt } })
    }
    const done = await agree(row.id, after(4))
    await watchAt(4)
    expect(await told(row)).toEqual([])
    await watchAt(4.1)
    await watchAt(5)
    expect(await told(row)).toEqual(['call-back-missed'])
    expect(await history(row)).toContain('escalated {"rule":"call-back-missed"}')
    await asOf(after(6), () =>
      settleEscalation(supervisor, { reference: row.reference, rule: 'call-back-missed' }),
    )
    await watchAt(7)
    expect(await told(row)).toEqual(['call-back-missed settled'])
    await done()
    await (
      await agree(row.id, after(8))
    )()
    await watchAt(9)
    expect(await told(row)).toEqual(['call-back-missed settled'])
    await change(row, after(9), { goesOnInId: other.id })
    await agree(row.id, after(10))
    await watchAt(11)
    expect(await told(other)).toEqual(['call-back-missed'])
  })

  it('tells of danger that the control room was not told of where the case was merged before anybody could be told', async () => {
    const [row, other] = [await aCase({ risk: 'high' }), await aCase()]
    await change(row, after(0.1), {
      firstOpenedAt: after(0.1),
      riskRules: ['happening-now'],
      assigneeId: null,
    })
    await change(row, after(0.2), { goesOnInId: other.id })
    await watchAt(2)
    expect(await told(row)).toEqual(['control-room-untold'])
    await ownerDb().caseEvent.create({
      data: { id: randomUUID(), caseId: row.id, at: after(2), type: 'control-room-told', detail: {} },
    })
    await watchAt(3)
    expect(await told(row)).toEqual(['control-room-untold settled'])
  })

  it('tells of danger in a message to a merged case nobody has read, until somebody does', async () => {
    const [row, other] = [await aCase(), await aCase()]
    await change(row, after(1), { goesOnInId: other.id, firstOpenedAt: after(0) })
    const { id } = await ownerDb().caseClock.create({
      data: {
        ...{ id: randomUUID(), caseId: row.id, kind: 'acknowledge' },
        ...{ startedAt: after(1), dueAt: after(1.25) },
      },
    })
    await watchAt(2)
    expect(await told(row)).toEqual(['danger-message'])
    await ownerDb().caseClock.update({ where: { id }, data: { endedAt: after(2), outcome: 'late' } })
    await watchAt(3)
    expect(await told(row)).toEqual(['danger-message settled'])
  })

  it('leaves decoys alone', async () => {
    const row = await aCase({ risk: 'high', dueIn: 1 })
    const force = (await ownerDb().case.findUniqueOrThrow({ where: { id: row.id } })).force
    await ownerDb().decoy.create({ data: { caseId: row.id, force, madeAt: after(0) } })
    await watchAt(2)
    expect([await told(row), await history(row)]).toEqual([[], []])
    await ownerDb().decoy.delete({ where: { caseId: row.id } })
  })

  it('is for nobody who is signed in, and a review is a supervisor’s alone', async () => {
    const [officer, row] = [await somebody('triager'), await aCase()]
    await expect(asActor(supervisor, (tx) => tx.$queryRaw`SELECT note_clocks('[]', now())`)).rejects.toThrow(
      /watched by nobody/,
    )
    const looked = await asActor(supervisor, (tx) => tx.$queryRaw`SELECT * FROM cases_to_escalate(NULL, 10)`)
    expect(looked).toEqual([])
    const seen = { reference: row.reference, version: 1 }
    await expect(reviewCase(officer, seen)).rejects.toThrow('forbidden')
    await expect(
      settleEscalation(officer, { reference: row.reference, rule: 'promise-broken' }),
    ).rejects.toThrow('bad-transition')
    const forged = JSON.stringify({ at: after(1), event_id: randomUUID(), type: 'reviewed' })
    await expect(
      asActor(officer, (tx) => tx.$queryRaw`SELECT change_case(${row.id}::uuid, 1, ${forged}::jsonb)`),
    ).rejects.toThrow(/supervisor/)
    await asOf(after(1), () => reviewCase(supervisor, seen))
    const reviews = (await clocksOf(row)).filter(({ kind }) => kind === 'review')
    expect(reviews.map(({ outcome }) => outcome).sort()).toEqual(['kept', null])
    expect(
      await deskDb().$queryRaw`SELECT count(*)::integer AS count FROM clocks_to_reckon(100000)`,
    ).not.toEqual([])
  })
})

describe('a case that somebody changes while it is watched', () => {
  /** Whether somebody waits for another in this database. */
  const isWaiting = async () => {
    const [row] = await ownerDb().$queryRaw<{ waits: boolean }[]>`
      SELECT count(*) > 0 AS waits FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE NOT l.granted AND a.datname = current_database()`
    return row?.waits === true
  }

  it.each<[string, (row: ParityRow, id: string) => Promise<unknown>]>([
    ['noting', (_, id) => noteClocks([{ id, what: 'clock-broken' }], after(9))],
    [
      'reckoning',
      async (row) => {
        const clock = (await clocksOf(row)).find(({ kind }) => kind === 'review')
        if (clock === undefined) throw new Error('Nothing to reckon.')
        const { id, startedAt } = clock
        return reckonClocks([{ id, startedAt, riskRank: 2, dueAt: after(90) }])
      },
    ],
    ['raising', ({ id }) => raiseEscalation(id, 'unrouted', after(1), after(9))],
    ['passing', ({ id }) => passEscalation(id, 'unopened', after(9))],
    [
      'settling',
      ({ reference }) =>
        asOf(after(9), () => settleEscalation(supervisor, { reference, rule: 'update-overdue' })),
    ],
  ])('is closed all the same: %s and closing never wait for each other', async (_, watch) => {
    const row = await aCase({ dueIn: 1 })
    for (const rule of ['unopened', 'update-overdue'] as const)
      await raiseEscalation(row.id, rule, after(1), after(2))
    const first = (await clocksOf(row)).find(({ kind }) => kind === 'first-contact')
    const meanwhile = await ownerDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "case" WHERE id = ${row.id}::uuid FOR UPDATE`
      const watching = watch(row, first?.id ?? '').then(
        () => 'done',
        (error: unknown) => String(error),
      )
      let seen: string | boolean = false
      while (seen === false) seen = await Promise.race([watching, isWaiting()])
      await tx.case.update({
        where: { id: row.id },
        data: { status: 'closed', closedAt: after(10), disposition: 'advice' },
      })
      return { watching }
    })
    expect(await meanwhile.watching).toMatch(/^done$|bad-transition/)
    expect((await clocksOf(row)).filter(({ endedAt }) => endedAt === null)).toEqual([])
  })
})
