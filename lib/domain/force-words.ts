import { caseStatuses } from './words'

/** The longest a force's own words may be, in characters. */
export const longestForceWords = 300

/** What of the page for return codes a force may say its own way: where a case stands. Its words are `public.followUp.status.<standing>`. */
export const ownStandings = [...caseStatuses, 'passed-on'] as const
type OwnStanding = (typeof ownStandings)[number]

/** A posted key as the sentence it is; null for any other. */
export function ownStandingOf(text: string): OwnStanding | null {
  return ownStandings.find((known) => known === text) ?? null
}
