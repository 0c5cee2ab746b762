/** Why an officer says no to a case; words are `offer.decline.<reason>`. Codes alone: who they are and what is in the way stays theirs. */
export const declineReasons = [
  'too-much',
  'not-trained-for-it',
  'away-soon',
  'other-reason',
  'know-somebody',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** A reason out of a form, or null where it is none of ours. */
export function readDeclineReason(text: string): DeclineReason | null {
  return declineReasons.find((known) => known === text) ?? null
}

/** Whether it keeps the case from them from then on, as a conflict of their own word does. */
export function isConflict(reason: DeclineReason): boolean {
  return reason === 'know-somebody'
}
