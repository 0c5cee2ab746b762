/** Who may know what somebody told about who they are: what they can choose. */
export const whoMayKnow = ['only-the-officer', 'those-who-need-it', 'nobody-yet'] as const
export type WhoMayKnow = (typeof whoMayKnow)[number]

/** Why somebody has it shown to them. */
export const identityReasons = ['contact-safely', 'record-check', 'risk', 'person-asked'] as const
export type IdentityReason = (typeof identityReasons)[number]

/** Whether a text is one of the reasons. */
export function isIdentityReason(text: string): text is IdentityReason {
  return identityReasons.some((one) => one === text)
}

/** Reasons that stand whatever the person wished: somebody's safety, or that they asked for it themselves. */
const always: readonly IdentityReason[] = ['risk', 'person-asked']

/**
 * The reasons for which it may be shown, by the person's own wish. Left blank counts as the careful choice, the officer alone. `holds`: whoever
 * asks has the case. That they may have addresses shown is for the policy to say, and comes first.
 */
export function reasonsToReveal(wish: WhoMayKnow | null, holds: boolean): readonly IdentityReason[] {
  if (wish === 'nobody-yet') return always
  return wish === 'those-who-need-it' || holds ? identityReasons : always
}
