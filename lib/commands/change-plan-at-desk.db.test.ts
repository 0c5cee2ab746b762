import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { converse } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { putPlan, withName } from '../../e2e/factories/reached-case'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { readPlan } from '@/lib/journeys/stored-plan'
import { followUpStatus } from '@/lib/queries/follow-up'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { openBox } from '@/scripts/testing/reads/own-eyes'
import { changePlanAtDesk } from './change-plan-at-desk'

const person = (role: Actor['role']): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const holder = person('liaison-officer')
const other = person('liaison-officer')
const supervisor = person('supervisor')
const triager = person('triager')

beforeAll(async () => {
  await ensureKeys()
  for (const { id, name, role } of [holder, other, supervisor, triager])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
})

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const eventsOf = (reference: string) =>
  ownerDb().caseEvent.findMany({
    where: { case: { reference }, type: 'plan-changed' },
    orderBy: { at: 'asc' },
  })
const auditOf = (reference: string, action: string) =>
  ownerDb().auditEvent.findMany({ where: { reference, action }, orderBy: { seq: 'asc' } })

/** A request by somebody with a name and a number, who may be sent texts, that `holder` holds. */
async function held(fields: Parameters<typeof converse>[0] = withName) {
  const one = await converse(fields)
  const data = { assigneeId: holder.id, status: 'assigned' }
  await ownerDb().case.update({ where: { reference: one.reference }, data })
  return one
}

const off = { contactChoice: 'plan', safeWays: 'email', email: 'sam@example.test' }

interface More {
  readonly by?: Actor
  readonly known?: string
  readonly seen?: { readonly version?: number; readonly planVersion?: number }
}

async function change(reference: string, fields: Record<string, string>, more: More = {}): Promise<string> {
  const { by = holder, known = 'answered-what-only-they-know', seen = {} } = more
  const { version, planVersion } = await found(reference)
  const asked = { reference, version, planVersion, ...seen, known, form: new URLSearchParams(fields) }
  try {
    await changePlanAtDesk(by, asked, by.role === 'supervisor' ? 'supervision' : 'my-case')
    return 'changed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

async function wait(reference: string): Promise<string> {
  const { id: caseId, force } = await found(reference)
  const [id, boxId, at] = [randomUUID(), randomUUID(), new Date()]
  await ownerDb().sealedBox.create({ data: { id: boxId, purpose: 'outbound', suite: 1 } })
  const row = { id, force, caseId, way: 'text', purpose: 'notice', planVersion: 0, boxId }
  await ownerDb().outbound.create({ data: { ...row, madeAt: at, nextAt: at } })
  return id
}

describe('a plan that staff put down for somebody who rings', () => {
  test('holds at once, sealed to the desk, stops what waits, and says who did it and how they were known', async () => {
    const { reference, submissionId } = await held()
    const waiting = await wait(reference)
    const { version } = await found(reference)
    expect(await change(reference, { ...off, phone: '07700900555' })).toBe('changed')
    expect(await found(reference)).toMatchObject({ planVersion: 1, version: version + 1 })
    const plan = await ownerDb().contactPlan.findFirstOrThrow({
      where: { submissionId },
      include: { box: { include: { fields: true, wraps: true } } },
    })
    expect(plan).toMatchObject({ version: 1, madeBy: 'staff', accountId: holder.id, reach: 'out' })
    const box = plan.box as SealedBoxRow
    expect(box.wraps.some(({ keyId }) => keyId.startsWith('reporter-'))).toBe(false)
    const { answers } = readPlan(await openBox(box))
    expect(answers).toMatchObject({ contactChoice: 'plan', safeWays: ['email'], email: 'sam@example.test' })
    // What does not belong to the ways they chose is not kept.
    expect(answers).not.toHaveProperty('phone')
    expect(await ownerDb().outbound.findUnique({ where: { id: waiting } })).toMatchObject({
      ...{ state: 'stopped', reason: 'plan-changed', boxId: null },
    })
    const detail = {
      by: 'staff',
      reach: 'out',
      known: 'answered-what-only-they-know',
      widened: 'email',
    }
    expect(await eventsOf(reference)).toMatchObject([{ actorId: holder.id, detail }])
    expect(await auditOf(reference, 'plan-changed')).toMatchObject([{ actorId: holder.id, detail }])
  })

  test('is told to whoever has the code, until they say otherwise themselves', async () => {
    const { reference, submissionId, cookie } = await held()
    const told = async () => (await followUpStatus(submissionId))?.planByStaffAt
    expect(await told()).toBeNull()
    await change(reference, off)
    expect(await told()).toBeInstanceOf(Date)
    await putPlan(cookie, 'Sam', '07700900123')
    expect(await told()).toBeNull()
  })

  test('is not called wider where it only narrows', async () => {
    const { reference } = await held({
      ...withName,
      safeWays: ['code', 'text', 'email'],
      email: 'sam@example.test',
    })
    await change(reference, off)
    const [event] = await eventsOf(reference)
    expect(event?.detail).not.toHaveProperty('widened')
  })

  test('may leave no way at all: then they come to us, or nobody hears from anybody where they have no code', async () => {
    const { reference, submissionId } = await held()
    expect(await change(reference, { contactChoice: 'anonymous' })).toBe('changed')
    await ownerDb().returnCode.deleteMany({ where: { submissionId } })
    expect(await change(reference, { contactChoice: 'code-only' })).toBe('invalid')
    expect(await change(reference, { contactChoice: 'anonymous' })).toBe('changed')
    const reaches = await ownerDb().contactPlan.findMany({
      where: { submissionId },
      orderBy: { version: 'asc' },
    })
    expect(reaches.map(({ reach }) => reach)).toEqual(['theirs', 'none'])
  })

  test.each([
    ['a way is missing', { contactChoice: 'plan' }, {}, 'invalid'],
    ['nothing is said', {}, {}, 'invalid'],
    ['it is not said how they are known', off, { known: '' }, 'reason-missing'],
    ['it is known in a way that there is not', off, { known: 'a-feeling' }, 'reason-missing'],
    ['another plan holds by now', off, { seen: { planVersion: 4 } }, 'plan-changed'],
    [
      'another plan holds and the case is otherwise',
      off,
      { seen: { planVersion: 4, version: 99 } },
      'plan-changed',
    ],
    ['the case is otherwise', off, { seen: { version: 99 } }, 'conflict'],
    ['they look through cases that nobody holds', off, { by: triager }, 'not-found'],
    ['it is a colleague’s', off, { by: other }, 'not-found'],
  ] as const)('is not taken where %s', async (_, fields, more, code) => {
    const { reference, submissionId } = await held()
    expect(await change(reference, fields, more)).toBe(code)
    expect(await ownerDb().contactPlan.count({ where: { submissionId } })).toBe(0)
    expect(await eventsOf(reference)).toEqual([])
  })

  test('is a supervisor’s too, also once the case is closed, and nobody’s from whom it is sealed', async () => {
    const { reference } = await held()
    await ownerDb().case.update({
      where: { reference },
      data: { status: 'closed', closedAt: new Date(), disposition: 'advice' },
    })
    expect(await change(reference, off, { by: supervisor })).toBe('changed')
    await ownerDb().case.update({ where: { reference }, data: { restricted: true, namedIds: [other.id] } })
    for (const by of [supervisor, holder]) expect(await change(reference, off, { by })).toBe('not-found')
    const refused = await auditOf(reference, 'refused')
    expect(refused.map(({ detail }) => detail)).toContainEqual({
      attempted: 'change-plan',
      code: 'not-found',
    })
  })

  test('is not taken from a number that whoever found the code may have put there', async () => {
    const { reference, cookie } = await held()
    await putPlan(cookie, 'Sam', '07700900999')
    expect(await change(reference, off, { known: 'rang-known-number' })).toBe('number-unknown')
    expect(await change(reference, off, { known: 'in-person' })).toBe('changed')
  })

  test('posted twice at once is one plan', async () => {
    const { reference, submissionId } = await held()
    const { version, planVersion } = await found(reference)
    const seen = { version, planVersion }
    const all = await Promise.all(Array.from({ length: 5 }, () => change(reference, off, { seen })))
    expect(all.filter((one) => one === 'changed')).toHaveLength(1)
    expect(all.filter((one) => one === 'plan-changed')).toHaveLength(4)
    expect(await ownerDb().contactPlan.count({ where: { submissionId } })).toBe(1)
  })
})

describe('the database', () => {
  const put = (actor: Actor, id: string, more: object) =>
    asActor(
      actor,
      (tx) => tx.$queryRaw<{ outcome: string }[]>`
        SELECT change_plan_at_desk(${id}::uuid, 1, 0, ${JSON.stringify({ at: new Date(), ...more })}::jsonb) AS outcome`,
    )

  test('takes it from nobody else, and not without how they were known', async () => {
    const { reference } = await held()
    const { id, version } = await found(reference)
    await ownerDb().case.update({ where: { id }, data: { version: 1 } })
    expect(version).toBeGreaterThan(0)
    for (const by of [other, triager])
      expect(await put(by, id, { known: 'in-person' })).toEqual([{ outcome: 'not-found' }])
    await expect(put(holder, id, {})).rejects.toThrow('it is said how they were known')
    await expect(put(holder, id, { known: 'a-feeling' })).rejects.toThrow('it is said how they were known')
  })
})
