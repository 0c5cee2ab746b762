/** Who may know what somebody told about who they are: what they can choose. */
export const whoMayKnow = ['only-the-officer', 'those-who-need-it', 'nobody-yet'] as const
export type WhoMayKnow = (typeof whoMayKnow)[number]

/** What somebody can answer who is asked why it is to be shown to them. */
export const identityAnswers = ['contact-safely', 'record-check', 'risk', 'person-asked'] as const
export type IdentityAnswer = (typeof identityAnswers)[number]

/** Why somebody has it shown to them: such an answer, or what the product alone says, where a court asked for somebody's data. */
export const identityReasons = [...identityAnswers, 'required-by-law'] as const
export type IdentityReason = (typeof identityReasons)[number]

/** Whether a text is one of the answers. */
export function isIdentityAnswer(text: string): text is IdentityAnswer {
  return identityAnswers.some((one) => one === text)
}

/** Reasons that stand whatever the person wished: somebody's safety, that they asked for it themselves, or the law. */
const always: readonly IdentityReason[] = ['risk', 'person-asked', 'required-by-law']

/** The answers that can be given, by the person's own wish. */
export function answersToOffer(wish: WhoMayKnow | null, holds: boolean): readonly IdentityAnswer[] {
  const left = reasonsToReveal(wish, holds)
  return identityAnswers.filter((one) => left.includes(one))
}

/**
 * The reasons for which it may be shown, by the person's own wish. Left blank counts as the careful choice, the officer alone. `holds`: whoever
 * asks has the case. That they may have addresses shown is for the policy to say, and comes first.
 */
export function reasonsToReveal(wish: WhoMayKnow | null, holds: boolean): readonly IdentityReason[] {
  if (wish === 'nobody-yet') return always
  return wish === 'those-who-need-it' || holds ? identityReasons : always
}
