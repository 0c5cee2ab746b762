import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { db } from '@/lib/db/client'
import type { Case, Prisma } from '@/lib/db/generated/client'
import { actsOn, expectVersion } from '@/lib/domain/case'
import type { ActOnCase } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { startOfDay } from '@/lib/domain/local-day'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { appendAudit } from './append-audit'
import { insertBox } from './insert-box'

/** Which case, and which version of it the person was looking at. */
export interface CaseSeen {
  readonly reference: string
  readonly version: number
}

/** What an act does to a case, and how its history tells it: codes in `detail`, words in a sealed `box`. */
export interface CaseAct {
  readonly data: Prisma.CaseUncheckedUpdateInput
  readonly type: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
  readonly box?: SealedBoxRow
  /** What the audit calls it, where that is not the type. */
  readonly audited?: string
}

type Tx = Prisma.TransactionClient

/** What is audited as refused: what somebody was not to do, or not to know of. A form that lacks something, or comes late, is not. */
const refusals: ReadonlySet<DomainError['code']> = new Set(['forbidden', 'left-out', 'not-found'])

/**
 * The frame of every act on a case: may they, is it still what they saw, change it, and write its history and the audit,
 * all in one transaction. DomainError: `not-found` also when they may not know it exists, `forbidden`, `conflict`,
 * `bad-transition`, and what `act` throws. A refusal, of the actor or of whom they chose, is audited too.
 */
export async function changeCase(
  actor: Actor,
  action: ActOnCase,
  seen: CaseSeen,
  act: (found: Case, tx: Tx) => CaseAct | Promise<CaseAct>,
): Promise<void> {
  try {
    await db().$transaction((tx) => change(tx, actor, action, seen, act))
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code)) {
      await appendAudit(db(), {
        ...by(actor),
        action: 'refused',
        reference: seen.reference,
        detail: { attempted: action, code: error.code },
      })
    }
    throw error
  }
}

async function change(
  tx: Tx,
  actor: Actor,
  action: ActOnCase,
  seen: CaseSeen,
  act: (found: Case, tx: Tx) => CaseAct | Promise<CaseAct>,
): Promise<void> {
  const found = await lock(tx, seen.reference)
  const facts = factsOf(found, startOfDay(now(), currentForce().timeZone))
  if (!can(actor, 'see-headline', facts)) throw new DomainError('not-found')
  expectVersion(stateOf(found), seen.version)
  if (!can(actor, action, facts)) throw new DomainError('forbidden')
  if (!actsOn(stateOf(found)).includes(action)) throw new DomainError('bad-transition')
  const { data, type, detail = {}, box, audited = type } = await act(found, tx)
  await tx.case.update({ where: { id: found.id }, data: { ...data, version: found.version + 1 } })
  if (box) await insertBox(tx, box)
  const event = { id: randomUUID(), caseId: found.id, at: now(), actorId: actor.id, type, detail }
  await tx.caseEvent.create({ data: { ...event, boxId: box?.id ?? null } })
  await appendAudit(tx, {
    ...by(actor),
    action: audited,
    caseId: found.id,
    reference: found.reference,
    detail,
  })
}

/** Holds the row, so that of two people acting at once the second sees what the first did. */
async function lock(tx: Tx, reference: string): Promise<Case> {
  await tx.$queryRaw`SELECT 1 FROM "case" WHERE reference = ${reference} FOR UPDATE`
  const found = await tx.case.findUnique({ where: { reference } })
  if (found?.force !== currentForce().id) throw new DomainError('not-found')
  return found
}

function by(actor: Actor) {
  return { actorId: actor.id, role: actor.role }
}
