/** Somebody who sends referrals, as far as what they send depends on it. */
export interface ReferralSource {
  readonly id: string
  readonly name: string
  readonly channel: ReferralChannel
}

/** What signatures over referrals are for. */
export const referralTag = 'alongside-referral'

/** How what a sender sends is known in the queue. */
export const referralChannels = ['true-vision', 'other-force'] as const
type ReferralChannel = (typeof referralChannels)[number]

/** Why a referral is not taken. What of it was wrong is said in words, and nothing of what it held. */
export const referralProblems = {
  'wrong-type': 415,
  'too-large': 413,
  'bad-signature': 401,
  old: 401,
  forged: 401,
  replayed: 409,
  'not-referral': 422,
  changed: 409,
  failed: 503,
} as const
export type ReferralProblem = keyof typeof referralProblems

/** What the sender is told of a referral that was taken. Names of fields only, which are theirs or ours. */
export interface Acknowledgement {
  readonly reference: string
  readonly notUnderstood: readonly string[]
  readonly missing: readonly string[]
}
