import type { Role, SubmissionKind } from '../words'

/** What becomes of what was said about the person complained of, when a case ends so. */
export const subjectDataRules = ['keep', 'ask', 'remove'] as const
export type SubjectDataRule = (typeof subjectDataRules)[number]

/** What a version of an ending says. Days are `YYYY-MM-DD` by the force's clock, both within. */
export interface RecordTypeContent {
  /** The ending it is a version of; how long a case is kept goes by it. */
  readonly disposition: string
  /** Its place in the list. */
  readonly position: number
  /** Words by language. English is always there. */
  readonly labels: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, string>>
  /** Kinds of submission it may end. */
  readonly kinds: readonly SubmissionKind[]
  /** Offered to supervisors alone. */
  readonly supervisorOnly: boolean
  /** Somebody who ends a case so writes why. */
  readonly asksReason: boolean
  /** Offered to all who close, but a supervisor closes. */
  readonly asksReview: boolean
  readonly subjectData: SubjectDataRule
  readonly from: string
  readonly until: string | null
}

/** One version of how a case may end and what follows from it. `approved`: null while it waits for a second person. */
export interface RecordType extends RecordTypeContent {
  readonly id: string
  readonly approved: boolean | null
}

/** Whether a version holds on a day. What waits or was refused never does. */
function holdsOn(day: string, { approved, from, until }: RecordType): boolean {
  return approved === true && from <= day && (until === null || day <= until)
}

/** The endings a case of a kind may have on a day, in their order; null: of any kind. */
export function recordTypesOn<T extends RecordType>(
  day: string,
  kind: SubmissionKind | null,
  rows: readonly T[],
): readonly T[] {
  return rows
    .filter((one) => holdsOn(day, one) && (kind === null || one.kinds.includes(kind)))
    .sort((a, b) => a.position - b.position || (a.disposition < b.disposition ? -1 : 1))
}

/** The endings somebody of this role is offered. What asks for a supervisor is told to others, and refused. */
export function offeredTo<T extends RecordType>(role: Role, types: readonly T[]): readonly T[] {
  return types.filter(({ supervisorOnly }) => !supervisorOnly || role === 'supervisor')
}

/** Whether somebody of this role may close with it. */
export function mayCloseWith(
  role: Role,
  { supervisorOnly, asksReview }: Pick<RecordType, 'supervisorOnly' | 'asksReview'>,
): boolean {
  return role === 'supervisor' || !(supervisorOnly || asksReview)
}

/**
 * Whether what was said about the person complained of is taken out: always, never, or by what somebody answers who was asked whether there is
 * a real risk of significant harm without it. Null: they have not answered.
 */
export function takesOut(rule: SubjectDataRule, isRisk: boolean | null): boolean | null {
  if (rule === 'ask') return isRisk === null ? null : !isRisk
  return rule === 'remove'
}
