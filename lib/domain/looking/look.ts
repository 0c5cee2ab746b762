import type { CaseStatus, Role } from '../words'

interface LookRow {
  /** The row of the audit. */
  readonly seq: string
  readonly at: Date
}

/** That somebody opened a case, or saw the addresses in it: what the log says of that, and no more. */
export interface CaseLook extends LookRow {
  readonly action: 'opened' | 'revealed'
  readonly caseId: string
  /** As it was at that time. */
  readonly status: CaseStatus
  /** Why, as a code: what the policy let them in for, or what they chose from the list. */
  readonly reason: string | null
  /** They held the case at that time. */
  readonly held: boolean
  /** They did something to the case on the same day. */
  readonly acted: boolean
  /** Somebody else, or the reporter, did something to it since they last looked; true where they had not looked. */
  readonly changed: boolean
}

/** That somebody searched. The term itself is not in the log. */
export interface Search extends LookRow {
  readonly action: 'searched'
  /** What was searched by, as a code: `reference`, `telephone`, `email`, `postcode` or `surname`. */
  readonly kind: string
  readonly hits: number
  /** The term was the searcher's own name or postcode, as far as they declared it. */
  readonly own: boolean
  /** The term was a colleague's. */
  readonly colleague: boolean
  /**
   * It led to work within the half-hour: they began to record a report, with no other search in between but within five minutes, or did
   * something to a case they had opened within five minutes.
   */
  readonly acted: boolean
}

export type Look = CaseLook | Search

/** The looks of one person on one day of the force's calendar, in order. */
export interface StaffDay {
  readonly actorId: string
  readonly role: Role
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly looks: readonly Look[]
}

/** The looks at cases among them. */
export function caseLooks({ looks }: StaffDay): readonly CaseLook[] {
  return looks.filter((look) => look.action !== 'searched')
}

/** The searches among them. */
export function searches({ looks }: StaffDay): readonly Search[] {
  return looks.filter((look) => look.action === 'searched')
}
