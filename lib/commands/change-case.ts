import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { actsOn, expectVersion } from '@/lib/domain/case'
import type { ActOnCase } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { boxRow } from './intake-rows'
import { noteRefusal } from './note-refusal'

/** Which case, and which version of it the person was looking at. */
export interface CaseSeen {
  readonly reference: string
  readonly version: number
  /** Of an act that reaches out: the version of the contact plan they were looking at. */
  readonly planVersion?: number
}

/** What of a case an act may change. The database changes these columns and no others. */
interface CasePatch {
  readonly status?: string
  readonly assigneeId?: string | null
  readonly riskDecided?: string
  readonly riskRank?: number
  /** A day, `YYYY-MM-DD`. */
  readonly riskReviewOn?: string
  readonly tensionAt?: Date | null
  readonly offenceGroup?: string | null
  readonly onlineFlag?: boolean | null
  readonly closedAt?: Date | null
  readonly disposition?: string | null
}

/** What an act does to a case, and how its history tells it: codes in `detail`, words in a sealed `box`. */
interface CaseAct {
  readonly patch?: CasePatch
  readonly type: AuditAction | 'message-sent'
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
  readonly box?: SealedBoxRow
  /** To the holder of the return code. */
  readonly message?: SealedBoxRow
  /** What routing suggested and which officer, if one, was chosen. */
  readonly decision?: { readonly chosenId: string | null; readonly decision: object }
  /** What the audit calls it, where that is not the type. */
  readonly audited?: AuditAction
  /** Of closing: the version it ends by. `box` takes the place of what was sent, whose box was `of`. */
  readonly ending?: {
    readonly typeId: string
    readonly day: string
    readonly without: { readonly box: SealedBoxRow; readonly of: string } | null
  }
}

type Act = (found: Case, tx: Transaction) => CaseAct | Promise<CaseAct>

/** What is audited as refused: what somebody was not to do, or not to know of. A form that lacks something, or comes late, is not. */
const refusals: ReadonlySet<DomainError['code']> = new Set(['forbidden', 'left-out', 'not-found'])

/**
 * The frame of every act on a case: may they, is it still what they saw, change it, and write its history and the audit,
 * all in one transaction. DomainError: `not-found` also when they may not know it exists, `forbidden`, `conflict`,
 * `bad-transition`, `plan-changed`, and what `act` throws. A refusal, of the actor or of whom they chose, is audited too.
 */
export async function changeCase(actor: Actor, action: ActOnCase, seen: CaseSeen, act: Act): Promise<void> {
  try {
    await asActor(actor, (tx) => change(tx, actor, action, seen, act))
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code))
      await noteRefusal(actor, seen.reference, { attempted: action, code: error.code })
    throw error
  }
}

async function change(
  tx: Transaction,
  actor: Actor,
  action: ActOnCase,
  seen: CaseSeen,
  act: Act,
): Promise<void> {
  const found = await findVisibleCase(tx, actor, seen.reference)
  // First: whoever reaches out has to read the plan that holds now, whatever else has changed.
  if (seen.planVersion !== undefined && seen.planVersion !== found.planVersion)
    throw new DomainError('plan-changed')
  expectVersion(stateOf(found), seen.version)
  if (!can(actor, action, factsOf(found), policyContext())) throw new DomainError('forbidden')
  if (!actsOn(stateOf(found)).includes(action)) throw new DomainError('bad-transition')
  const { ending, ...done } = await act(found, tx)
  const at = now()
  const rows = JSON.stringify({ ...rowsOf(done, at), plan_version: seen.planVersion })
  const [row] = await (ending === undefined
    ? tx.$queryRaw<{ outcome: string }[]>`
        SELECT change_case(${found.id}::uuid, ${found.version}::integer, ${rows}::jsonb) AS outcome`
    : closing(tx, found, rows, ending, at))
  if (row?.outcome !== 'changed') throw new DomainError(codeOf(row?.outcome))
}

function closing(
  tx: Transaction,
  { id, version }: Case,
  rows: string,
  { typeId, day, without }: NonNullable<CaseAct['ending']>,
  at: Date,
): Promise<{ outcome: string }[]> {
  const box = without === null ? null : JSON.stringify(boxRow(without.box, at))
  return tx.$queryRaw`
    SELECT close_case(${id}::uuid, ${version}::integer, ${typeId}::uuid, ${day}::date, ${rows}::jsonb, ${box}::jsonb,
      ${without?.of ?? null}::uuid) AS outcome`
}

const codes = ['not-found', 'invalid', 'for-supervisor', 'on-hold', 'plan-changed'] as const

/** Of two people acting at once the second meets what the first did. */
function codeOf(outcome: string | undefined): DomainError['code'] {
  return codes.find((code) => code === outcome) ?? 'conflict'
}

/** An act as the database's function reads it. */
function rowsOf({ patch = {}, box, message, decision, ...told }: Omit<CaseAct, 'ending'>, at: Date) {
  return {
    ...told,
    at: at.toISOString(),
    event_id: randomUUID(),
    patch: columnsOf(patch),
    box: box && boxRow(box, at),
    message: message && { id: randomUUID(), box: boxRow(message, at) },
    decision: decision && {
      id: randomUUID(),
      chosen_id: decision.chosenId,
      decision: decision.decision,
    },
  }
}

/** What is left out stays as it is. */
function columnsOf({ closedAt, tensionAt, ...patch }: CasePatch) {
  return {
    status: patch.status,
    disposition: patch.disposition,
    assignee_id: patch.assigneeId,
    risk_decided: patch.riskDecided,
    risk_rank: patch.riskRank,
    risk_review_on: patch.riskReviewOn,
    closed_at: stamp(closedAt),
    tension_at: stamp(tensionAt),
    offence_group: patch.offenceGroup,
    online_flag: patch.onlineFlag,
  }
}

function stamp(at: Date | null | undefined): string | null | undefined {
  return at instanceof Date ? at.toISOString() : at
}
