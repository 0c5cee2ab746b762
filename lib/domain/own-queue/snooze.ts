import { addWorkingDays, instantOf, localTime } from '../calendar'
import type { CaseStatus, Risk } from '../words'

/** Why somebody puts a case off. Its words are `speed.snooze.reason.<code>`. */
export const snoozeReasons = ['waits-for-others', 'asked-for-later', 'off-duty', 'other-work'] as const
export type SnoozeReason = (typeof snoozeReasons)[number]

/** For how long. Its words are `speed.snooze.length.<code>`. */
export const snoozeLengths = ['two-hours', 'next-day', 'three-days', 'week'] as const
export type SnoozeLength = (typeof snoozeLengths)[number]

/** Why a case cannot be put off. Its words are `speed.why.<code>`. */
export type SnoozeRefusal = 'closed' | 'sealed' | 'high-risk' | 'danger' | 'message-waiting' | 'due-before'

/** What the rule looks at. */
export interface Snoozable {
  readonly status: CaseStatus
  readonly risk: Risk
  readonly restricted: boolean
  readonly dangerAt: Date | null
  /** The last word is the reporter's. */
  readonly messageWaiting: boolean
  /** When the first thing this person has to see to is due; null where nothing is. */
  readonly dueAt: Date | null
}

const morning = '08:00'
const hour = 3_600_000

/** When something put off now comes back: after two hours, or on the morning of the next working day, the third day or that of next week. */
export function snoozeEnd(length: SnoozeLength, at: Date, clock: { readonly timeZone: string }): Date {
  const today = localTime(at, clock).toPlainDate()
  switch (length) {
    case 'two-hours':
      return new Date(at.getTime() + 2 * hour)
    case 'next-day':
      return instantOf(addWorkingDays(today, 1), morning, clock)
    case 'three-days':
      return instantOf(today.add({ days: 3 }), morning, clock)
    case 'week':
      return instantOf(today.add({ days: 7 }), morning, clock)
  }
}

/** Why a case cannot be put off until then; null where it can. Nothing urgent leaves a queue, and nothing is late because it was put off. */
export function snoozeProblem(facts: Snoozable, until: Date): SnoozeRefusal | null {
  if (facts.status === 'closed') return 'closed'
  if (facts.restricted) return 'sealed'
  if (facts.dangerAt !== null) return 'danger'
  if (facts.risk === 'high') return 'high-risk'
  if (facts.messageWaiting) return 'message-waiting'
  return facts.dueAt !== null && facts.dueAt <= until ? 'due-before' : null
}

/** The words of a form as the codes they are; null for anything else. */
export function readSnooze(
  reason: string,
  length: string,
): { reason: SnoozeReason; length: SnoozeLength } | null {
  const known = snoozeReasons.find((one) => one === reason)
  const long = snoozeLengths.find((one) => one === length)
  return known === undefined || long === undefined ? null : { reason: known, length: long }
}
