import { DomainError } from '../errors'

/** How staff know that somebody who asks for another contact plan is who it is of: codes, kept in the history and the audit. */
export const waysKnown = [
  'answered-what-only-they-know',
  'rang-known-number',
  'in-person',
  'their-officer-knows-them',
] as const
export type KnownBy = (typeof waysKnown)[number]

/** What a form says of it. DomainError `reason-missing` where it names none of them. */
export function readKnownBy(posted: string): KnownBy {
  const known = waysKnown.find((one) => one === posted)
  if (known === undefined) throw new DomainError('reason-missing')
  return known
}
