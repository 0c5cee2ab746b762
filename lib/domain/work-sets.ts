/**
 * Sets of cases that whoever runs a desk asks after: each is a figure of the work page and a list of the queue, by one condition
 * (`lib/queries/work-set.ts`). Words are `insight.set.<id>`.
 */
const groups = {
  /** Everything that is not closed. */
  all: ['open'],
  /** What needs somebody now, the most urgent first. */
  now: ['danger', 'unopened', 'nobody', 'answer-waited', 'call-back-late', 'task-late', 'closing-returned'],
  /** What was promised. */
  promises: ['late', 'due-today', 'no-attempt'],
  /** How long open cases have been here. */
  age: ['week', 'month', 'quarter', 'older'],
  /** What a record lacks, or has against the rules. */
  quality: ['no-strand', 'no-district', 'no-contact', 'no-crime', 'against-rules'],
} as const

export type WorkGroup = keyof typeof groups
export type WorkSet = (typeof groups)[WorkGroup][number]

export const workGroups: Readonly<Record<WorkGroup, readonly WorkSet[]>> = groups

/** What is asked of records: what they lack, also what was to come of a promise, and what is against the rules. */
export const qualitySets: readonly WorkSet[] = ['no-attempt', ...groups.quality]

/** What waits longer than it should. */
export const stuckSets: readonly WorkSet[] = [
  'late',
  'no-attempt',
  'call-back-late',
  'task-late',
  'no-contact',
]

export const workSets: readonly WorkSet[] = Object.values(workGroups).flat()

/** Sets of cases that are closed. Every other is of open ones, but that whoever waits for an answer may have written after the end. */
export function isOfClosed(set: WorkSet): boolean {
  return set === 'against-rules' || set === 'no-crime'
}

/** How old a case of each band is, in days: from, and up to but not including. */
export const ageBands: Readonly<Record<(typeof groups)['age'][number], readonly [number, number | null]>> = {
  week: [0, 7],
  month: [7, 28],
  quarter: [28, 91],
  older: [91, null],
}

/** After so many days without a contact or a message of ours, an open case is told of. */
export const contactWithinDays = 7

/** Closed cases are looked at for the rules, and for what their ending asks for, for so many days. */
export const rulesLookedAtDays = 28
