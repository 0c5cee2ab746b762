import { DomainError } from '../errors'

/** What somebody made of a flag, and why: codes, so that the audit can hold them. Words: `staff.looking.outcome` and `.reason`. */
export const flagOutcomes = {
  'no-concern': ['work', 'covering', 'shared-name', 'slip'],
  'spoken-to': ['slip', 'curiosity', 'did-not-know'],
  referred: ['personal-interest', 'for-somebody-else', 'unexplained'],
} as const satisfies Readonly<Record<string, readonly string[]>>
type FlagOutcome = keyof typeof flagOutcomes

/** An outcome and its reason as a form gives them; `invalid` for any other, and for a reason that is none of this outcome. */
export function readResolution(outcome: string, reason: string): { outcome: FlagOutcome; reason: string } {
  const known = Object.entries(flagOutcomes).find(([id]) => id === outcome)
  const given = known?.[1].find((each) => each === reason)
  if (known === undefined || given === undefined) throw new DomainError('invalid')
  return { outcome: known[0] as FlagOutcome, reason: given }
}
