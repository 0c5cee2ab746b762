import type { CaseState } from './case'
import type { ErasureState } from './erasure'
import type { CaseFacts } from './policy'
import type { RetentionFacts } from './retention'
import { caseStatuses, channels, risks, submissionKinds } from './words'
import type { CaseStatus, Risk, SubmissionKind } from './words'

/** The columns of a case that its rules and its policy are decided from. */
export interface CaseColumns {
  readonly id: string
  readonly district: string | null
  readonly status: string
  readonly assigneeId: string | null
  readonly recordedById: string | null
  readonly receivedAt: Date
  readonly restricted: boolean
  readonly namedIds: readonly string[]
  readonly conflictedIds: readonly string[]
  readonly excludedDistricts: readonly string[]
  readonly namesExclusion: boolean
  /** Left out by whoever only asks of cases that nobody is asked for. */
  readonly offeredToId?: string | null
  readonly version: number
}

/** What the policy looks at of a case. */
export function factsOf(row: Omit<CaseColumns, 'version'>): CaseFacts {
  return {
    id: row.id,
    district: row.district,
    status: statusOf(row.status),
    assigneeId: row.assigneeId,
    recordedById: row.recordedById,
    receivedAt: row.receivedAt,
    restricted: row.restricted,
    namedIds: row.namedIds,
    conflictedIds: row.conflictedIds,
    excludedDistricts: row.excludedDistricts,
    namesExclusion: row.namesExclusion,
    offeredToId: row.offeredToId ?? null,
  }
}

/** What the transitions look at. */
export function stateOf(
  row: Pick<CaseColumns, 'status' | 'assigneeId' | 'version'> & {
    readonly erasedAt?: Date | null
    readonly goesOnInId?: string | null
  },
): CaseState {
  const { assigneeId, version, erasedAt = null, goesOnInId = null } = row
  return { status: statusOf(row.status), assigneeId, version, erasedAt, goesOnInId }
}

/** What decides whether a case may be erased. */
export function erasureStateOf(row: {
  readonly status: string
  readonly legalHold: string | null
  readonly erasedAt: Date | null
}): ErasureState {
  return { status: statusOf(row.status), legalHold: row.legalHold, erasedAt: row.erasedAt }
}

/** What the end of its period is reckoned from. */
export function retentionFactsOf(row: {
  readonly kind: string
  readonly disposition: string | null
  readonly receivedAt: Date
  readonly closedAt: Date | null
  /** A day, as midnight UTC. */
  readonly keptUntil: Date | null
}): RetentionFacts {
  const { disposition, receivedAt, closedAt, keptUntil } = row
  const day = keptUntil?.toISOString().slice(0, 10) ?? null
  return { kind: kindOf(row.kind), disposition, receivedAt, closedAt, keptUntil: day }
}

function kindOf(text: string): SubmissionKind {
  const kind = submissionKinds.find((known) => known === text)
  if (kind === undefined) throw new Error('A case has a kind nobody knows')
  return kind
}

/** A stored status as the closed word it is. Throws on anything else: the row was not written by this product. */
function statusOf(text: string): CaseStatus {
  const status = caseStatuses.find((known) => known === text)
  if (status === undefined) throw new Error('A case has a status nobody knows')
  return status
}

/** The risk that counts: what a person decided, else what the rules suggest. */
export function riskOf(row: { readonly riskDecided: string | null; readonly riskSuggested: string }): Risk {
  const risk = risks.find((known) => known === (row.riskDecided ?? row.riskSuggested))
  if (risk === undefined) throw new Error('A case has a risk nobody knows')
  return risk
}

/** The closed words of a stored case: its kind, channel, status and the risk that counts. */
export function describeCase(row: DescribedColumns) {
  const kind = submissionKinds.find((known) => known === row.kind)
  const channel = channels.find((known) => known === row.channel)
  if (kind === undefined || channel === undefined)
    throw new Error('A case has a kind or channel nobody knows')
  return {
    kind,
    channel,
    district: row.district,
    strands: row.strands,
    status: statusOf(row.status),
    risk: riskOf(row),
  }
}

interface DescribedColumns {
  readonly kind: string
  readonly channel: string
  readonly district: string | null
  readonly strands: readonly string[]
  readonly status: string
  readonly riskDecided: string | null
  readonly riskSuggested: string
}
