/** The longest agreement, in characters. */
export const longestAgreement = 2_000

/** For so many days an answer to whether it happened can be changed. */
export const daysToChange = 14

const day = 24 * 60 * 60_000

export const agreementAnswers = ['yes', 'no'] as const
/** Whether what was agreed happened, in the person's word. */
type AgreementAnswer = (typeof agreementAnswers)[number]

/** What was asked of an agreement, and answered. */
export interface AskedAgreement {
  readonly askedAt: Date | null
  readonly answer: AgreementAnswer | null
  /** When they first answered. */
  readonly answeredAt: Date | null
}

/** Whether they may still answer, or answer something else: from when it was asked until fourteen days after they first did. */
export function mayAnswer({ askedAt, answeredAt }: AskedAgreement, now: Date): boolean {
  if (askedAt === null) return false
  return answeredAt === null || now.getTime() <= answeredAt.getTime() + daysToChange * day
}
