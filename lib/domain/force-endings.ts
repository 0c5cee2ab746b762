import type { Sourced } from './sourced'
import type { Risk, SubmissionKind } from './words'

/**
 * How staff may describe the end of a case, as the first edition of what supervisors then decide (lib/domain/records). Its words are
 * `staff.disposition.<id>`.
 */
export interface Disposition {
  readonly id: string
  readonly supervisorOnly?: true
  /** Kinds of submission it may end. Absent: every. */
  readonly kinds?: readonly SubmissionKind[]
  /** Whether somebody writes why. Absent: yes. */
  readonly asksReason?: boolean
  /** A supervisor closes. */
  readonly asksReview?: true
  /** It says that a crime was recorded: whoever works on the case says which. */
  readonly asksCrime?: true
  /** What becomes of what was said about the person complained of. Absent: it is kept. */
  readonly subjectData?: 'keep' | 'ask' | 'remove'
  /** First and last ISO day on which it may be chosen. Absent: no limit. National recording rules change; old cases keep theirs. */
  readonly from?: string
  readonly until?: string
}

/** Cases that are closed with the approval of a supervisor who did not ask for it: of these risks, or ending so. */
export interface ClosureApproval {
  readonly risks: readonly Risk[]
  readonly dispositions: readonly string[]
}

/** A length of time by the calendar. */
export interface Period {
  readonly amount: number
  readonly unit: 'days' | 'months'
}

/** How long a sort of case is kept after it is closed. Its words are `retention.rule.<id>`. */
interface RetentionRule extends Sourced {
  readonly id: string
  readonly keep: Period
}

/** How long cases are kept, and what is told beforehand. */
export interface RetentionSchedule {
  readonly kinds: Readonly<Record<SubmissionKind, RetentionRule>>
  /** By how a case ended, before what it is of: ids of `dispositions`. */
  readonly dispositions: Readonly<Record<string, RetentionRule>>
  /** For how many days before the end it is told. */
  readonly warnDays: number
  /** By how much somebody may decide at one time to keep a case longer. */
  readonly longerAtOnce: Period
  /** For how many years at least the audit is kept. */
  readonly auditYears: number
}
