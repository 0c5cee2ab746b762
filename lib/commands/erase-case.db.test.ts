import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealedCases } from '../../e2e/factories/sealed-cases'
import { ensureKeys } from '../../e2e/factories/play'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { newReference } from '@/lib/domain/reference'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { openCase } from '@/lib/queries/open-case'
import { openSubmission } from '@/lib/queries/open-submission'
import { addNote } from './add-note'
import { declineErasure, eraseCase, holdCase, liftHold, requestErasure } from './erase-case'
import { reviewGlass } from './review-glass'
import { sendMessage } from './send-message'
import { setCaseStatus } from './set-status'

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const asker = person('supervisor')
const decider = person('supervisor')
const others = roles.filter((role) => role !== 'supervisor').map(person)
const now = () => new Date()
const fresh = (actor: Actor) => ({ actor, strongAt: now() })

beforeAll(async () => {
  await ensureKeys()
  for (const { id, name, role } of [asker, decider, ...others])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
})

async function closedCase() {
  const [made] = await sealedCases(1, () => undefined)
  if (made === undefined) throw new Error('No case was made.')
  // As people have it: the factory's is none that somebody could type.
  const reference = newReference('report', randomBytes(8))
  await ownerDb().case.update({ where: { id: made.id }, data: { reference } })
  return { id: made.id, reference, boxes: [...made.written.keys()] }
}

const seen = async (id: string) =>
  ownerDb().case.findUniqueOrThrow({ where: { id }, select: { reference: true, version: true } })

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const ask = async (id: string, by = asker, reason = 'retention-over') =>
  codeOf(requestErasure(by, { ...(await seen(id)), reason }))
const erase = async (id: string, by = fresh(decider)) => codeOf(eraseCase(by, await seen(id)))
const left = async (boxes: string[]) => ({
  keys: await ownerDb().keyWrap.count({ where: { boxId: { in: boxes } } }),
  fields: await ownerDb().sealedField.count({ where: { boxId: { in: boxes } } }),
  boxes: await ownerDb().sealedBox.count({ where: { id: { in: boxes } } }),
})
const audited = async (reference: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })).map(
    ({ action, actorId, detail }) => ({ action, actorId, detail }),
  )

describe('erasing a case', () => {
  test('takes two people, and leaves the bare record, its history and the audit', async () => {
    const { id, reference, boxes } = await closedCase()
    expect(await ask(id)).toBe('done')
    expect(await erase(id)).toBe('done')

    // The submission keeps the name of its box, and nothing else is left of any.
    expect(await left(boxes)).toEqual({ keys: 0, fields: 0, boxes: 1 })
    const row = await ownerDb().case.findUniqueOrThrow({ where: { id }, include: { decisions: true } })
    expect(row).toMatchObject({ reference, status: 'closed', disposition: 'advice', decisions: [] })
    expect(row).toMatchObject({ strands: [], riskRules: [], languages: [], wantsOfficer: false })
    expect(row.erasedAt).toBeInstanceOf(Date)
    const hanging = { where: { submissionId: id } }
    expect([await ownerDb().message.count(hanging), await ownerDb().returnCode.count(hanging)]).toEqual([
      0, 0,
    ])

    const { headline } = await getCaseHeadline(decider, reference)
    expect(headline.erasedAt).toBeInstanceOf(Date)
    const { entries } = await listCaseHistory(decider, reference)
    expect(entries.map(({ type, boxId }) => [type, boxId])).toEqual([
      ['erased', null],
      ['erasure-requested', null],
      ['noted', null],
    ])
    expect(await audited(reference)).toEqual([
      { action: 'erasure-requested', actorId: asker.id, detail: { reason: 'retention-over' } },
      {
        action: 'erased',
        actorId: decider.id,
        detail: { reason: 'retention-over', askedBy: asker.id, boxes: 4 },
      },
    ])
  })

  test('says so to whoever opens it afterwards, and takes no act any more', async () => {
    const { id, reference } = await closedCase()
    await ask(id)
    await erase(id)
    const before = await audited(reference)
    expect(await codeOf(openSubmission(asker, reference, 'supervision'))).toBe('erased')
    expect(await openCase(asker, reference, 'supervision')).toBeNull()
    expect(await audited(reference)).toEqual(before)
    const now = await seen(id)
    const acts = [
      () => addNote(asker, { ...now, text: 'late' }),
      () => sendMessage(asker, { ...now, text: 'late' }),
      () => setCaseStatus(asker, { ...now, status: 'in-progress' }),
      () => holdCase(asker, { ...now, reason: 'claim' }),
      () => requestErasure(asker, { ...now, reason: 'court-order' }),
      () => eraseCase(fresh(decider), now),
    ]
    for (const act of acts) expect(await codeOf(act())).toBe('bad-transition')
    const past = ownerDb().case.update({ where: { id }, data: { version: { increment: 1 }, status: 'new' } })
    await expect(past).rejects.toThrow(/the case is erased/)
  })

  test('is not done by whoever asked, nor without a fresh proof, nor unasked', async () => {
    const { id, reference, boxes } = await closedCase()
    expect(await erase(id)).toBe('bad-transition')
    await ask(id)
    expect(await erase(id, fresh(asker))).toBe('own-request')
    const stale = { actor: decider, strongAt: new Date(Date.now() - 600_001) }
    expect(await erase(id, stale)).toBe('step-up')
    expect(await ask(id, decider)).toBe('bad-transition')
    expect(await left(boxes)).toMatchObject({ boxes: 4 })
    expect((await audited(reference)).at(-1)).toMatchObject({
      action: 'refused',
      actorId: asker.id,
      detail: { attempted: 'erase', code: 'own-request' },
    })
  })

  test.each(['new', 'assigned', 'in-progress', 'awaiting-contact'])(
    'of one that is %s is refused, asked for before or not',
    async (status) => {
      const { id, boxes } = await closedCase()
      await ask(id)
      const assigneeId = status === 'new' ? null : asker.id
      await ownerDb().case.update({ where: { id }, data: { status, assigneeId } })
      expect(await erase(id)).toBe('bad-transition')
      expect(await ask(id)).toBe('bad-transition')
      expect(await left(boxes)).toMatchObject({ boxes: 4 })
    },
  )

  test('under a legal hold is refused until it is lifted', async () => {
    const { id, boxes } = await closedCase()
    await ask(id)
    expect(await codeOf(holdCase(decider, { ...(await seen(id)), reason: 'whim' }))).toBe('invalid')
    expect(await codeOf(holdCase(decider, { ...(await seen(id)), reason: 'prosecution' }))).toBe('done')
    expect(await codeOf(holdCase(decider, { ...(await seen(id)), reason: 'claim' }))).toBe('bad-transition')
    expect(await erase(id)).toBe('on-hold')
    expect(await ask((await closedAndHeld()).id)).toBe('on-hold')
    expect(await left(boxes)).toMatchObject({ boxes: 4 })
    expect(await codeOf(liftHold(decider, await seen(id)))).toBe('done')
    expect(await erase(id)).toBe('done')
    expect(await left(boxes)).toMatchObject({ keys: 0 })
  })

  test('is refused while a broken glass of it waits for its review, asked for before or not', async () => {
    const { id, boxes } = await closedCase()
    await ask(id)
    const glass = await breakGlassOf(id)
    expect(await erase(id)).toBe('glass-unreviewed')
    const other = await closedCase()
    await breakGlassOf(other.id)
    expect(await ask(other.id)).toBe('glass-unreviewed')
    expect(await left(boxes)).toMatchObject({ boxes: 4 })
    await reviewGlass(decider, { id: glass, outcome: 'justified', note: 'It was so.' })
    expect(await erase(id)).toBe('done')
    expect(await ownerDb().brokenGlass.findUniqueOrThrow({ where: { id: glass } })).toMatchObject({
      ...{ outcome: 'justified', reasonBoxId: null, noteBoxId: null },
    })
  })

  test('leaves nothing that a review writes afterwards', async () => {
    const { id } = await closedCase()
    await ask(id)
    await erase(id)
    const glass = await breakGlassOf(id)
    const before = await ownerDb().sealedBox.count({ where: { purpose: 'glass-note' } })
    await reviewGlass(decider, { id: glass, outcome: 'justified', note: 'Written too late.' })
    expect(await ownerDb().brokenGlass.findUniqueOrThrow({ where: { id: glass } })).toMatchObject({
      ...{ outcome: 'justified', noteBoxId: null },
    })
    expect(await ownerDb().sealedBox.count({ where: { purpose: 'glass-note' } })).toBe(before)
  })

  test('that is turned down leaves everything, and can be asked for again', async () => {
    const { id, boxes } = await closedCase()
    await ask(id)
    expect(await codeOf(declineErasure(decider, await seen(id)))).toBe('done')
    expect(await left(boxes)).toMatchObject({ boxes: 4 })
    expect(await erase(id)).toBe('bad-transition')
    expect(await ask(id, decider)).toBe('done')
    expect(await erase(id, fresh(asker))).toBe('done')
  })

  test('of a case that changed in between is a conflict', async () => {
    const { id } = await closedCase()
    const old = await seen(id)
    await ask(id)
    expect(await codeOf(eraseCase(fresh(decider), old))).toBe('conflict')
  })

  test.each(others)('is for supervisors alone: $role', async (other) => {
    const { id, boxes } = await closedCase()
    const refused = ['forbidden', 'not-found']
    expect(refused).toContain(await ask(id, other))
    await ask(id)
    expect(refused).toContain(await erase(id, fresh(other)))
    expect(refused).toContain(await codeOf(holdCase(other, { ...(await seen(id)), reason: 'claim' })))
    // And by the database itself, past the command.
    const { version } = await seen(id)
    const said = await asActor(
      other,
      (tx) => tx.$queryRaw<{ outcome: string }[]>`
      SELECT unnest(ARRAY[
        hold_case(${id}::uuid, ${version}::integer, now(), 'claim'),
        request_erasure(${id}::uuid, ${version}::integer, now(), 'court-order'),
        decide_erasure(${id}::uuid, ${version}::integer, now(), true)
      ]) AS outcome`,
    )
    expect(said.map(({ outcome }) => outcome)).toEqual(['not-found', 'not-found', 'not-found'])
    const requests = await asActor(other, (tx) => tx.erasureRequest.count({ where: { caseId: id } }))
    expect(requests).toBe(0)
    expect(await left(boxes)).toMatchObject({ boxes: 4 })
  })

  test('by two at once happens once', async () => {
    const { id } = await closedCase()
    await ask(id)
    const now = await seen(id)
    const outcomes = await Promise.all([
      codeOf(eraseCase(fresh(decider), now)),
      codeOf(eraseCase(fresh(decider), now)),
    ])
    expect(outcomes).toContain('done')
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  })
})

/** A glass that somebody broke a day ago, and nobody has reviewed; its hour is over. */
async function breakGlassOf(caseId: string): Promise<string> {
  const [id, box] = [randomUUID(), randomUUID()]
  const brokenAt = new Date(Date.now() - 86_400_000)
  const [breaker] = others
  await ownerDb().sealedBox.create({ data: { id: box, purpose: 'glass-reason', suite: 1 } })
  await ownerDb().brokenGlass.create({
    data: { ...{ id, caseId, brokenAt, until: brokenAt, reasonBoxId: box }, accountId: breaker?.id ?? '' },
  })
  return id
}

async function closedAndHeld() {
  const made = await closedCase()
  await holdCase(decider, { ...(await seen(made.id)), reason: 'inquiry' })
  return made
}
