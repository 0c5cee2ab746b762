import { DomainError } from './errors'

/** How somebody who has lost their code was checked to be who they say: codes, kept in the audit. */
export const identityChecks = [
  'rang-known-number',
  'saw-document',
  'knew-what-was-sent',
  'met-in-person',
] as const
export type IdentityCheck = (typeof identityChecks)[number]

/** The checks a form names, in the order of the list. DomainError `reason-missing` where it names none. */
export function readChecks(posted: readonly string[]): readonly IdentityCheck[] {
  const checks = identityChecks.filter((check) => posted.includes(check))
  if (checks.length === 0) throw new DomainError('reason-missing')
  return checks
}

/** For how long a number has to be in the plan that holds before ringing it says who somebody is, in days. */
export const daysOfNumber = 14

/** The number that is rung, the one that was sent, and since when the plan has held that the first is in; null: since it was sent. */
export interface NumberToRing {
  readonly held: string | null
  readonly sent: string | null
  readonly since: Date | null
}

/**
 * Whether ringing it says that somebody is who sent the report: whoever found a return code can put their own number in the plan, and ask for a
 * new code with it. True of the number that was sent, and of one that has stood long enough for the other to notice.
 */
export function tellsWhoTheyAre({ held, sent, since }: NumberToRing, now: Date): boolean {
  if (held === null) return false
  return held === sent || since === null || now.getTime() - since.getTime() >= daysOfNumber * 24 * 60 * 60_000
}
