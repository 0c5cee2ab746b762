import 'server-only'
import { asActor } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import type { CaseColumns } from '@/lib/domain/case-facts'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { Told } from './control-room-told'
import { policyContext } from './policy-context'

/** What whoever recorded a case for somebody needs right after sending it. */
export interface RecordedCase {
  readonly reference: string
  readonly version: number
  readonly status: string
  readonly riskRules: readonly string[]
  readonly told: Told | null
  readonly mayTell: boolean
  readonly mayAgreeCallBack: boolean
}

interface Row extends CaseColumns {
  readonly riskRules: readonly string[]
  readonly toldAt: Date | null
  readonly toldBy: string | null
}

/** The case `actor` recorded themselves: facts they wrote down, whoever it is for now. Null when they did not. */
export async function recordedCase(actor: Actor, reference: string): Promise<RecordedCase | null> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT id::text, version, status, risk_rules AS "riskRules", district, assignee_id::text AS "assigneeId",
             recorded_by_id::text AS "recordedById", received_at AS "receivedAt", restricted,
             named_ids::text[] AS "namedIds", conflicted_ids::text[] AS "conflictedIds",
             excluded_districts AS "excludedDistricts", names_exclusion AS "namesExclusion", told_at AS "toldAt",
             told_by AS "toldBy"
        FROM recorded_case(${reference})`,
  )
  if (row === undefined) return null
  const { version, status, riskRules, toldAt, toldBy } = row
  return {
    ...{ reference, version, status, riskRules },
    told: toldAt === null ? null : { at: toldAt, who: toldBy },
    mayTell: can(actor, 'tell-control-room', factsOf(row), policyContext()),
    mayAgreeCallBack: can(actor, 'call-back', factsOf(row), policyContext()),
  }
}
