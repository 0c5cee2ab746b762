import 'server-only'
import type { PassedCase, PassingAnswer } from '@/lib/domain/ways-out/exchange'
import type { Partner } from '@/lib/queries/partner-forces'
import { acknowledgement, isSignedText } from '@/lib/sealing/passed-case'

/** What came of sending a case. It stays here whatever came of it. */
export type Sent = 'acknowledged' | 'refused' | 'failed'

/** The same as it is kept: why it was not taken, or under which reference it was. */
export interface SettledPassing {
  readonly state: Sent
  readonly refusal: string | null
  readonly reference: string | null
}

/** Nothing came back that is an answer. */
export const unanswered: SettledPassing = { state: 'failed', refusal: null, reference: null }

/** What an answer says: who says that they have it has signed for this case and this reference. */
export async function readPassingAnswer(
  { label }: PassedCase,
  { signingKey }: Partner,
  answer: PassingAnswer | null,
): Promise<SettledPassing> {
  if (answer === null) return unanswered
  if ('refusal' in answer) return { ...unanswered, state: 'refused', refusal: answer.refusal }
  const { reference, signature } = answer
  const isTheirs = await isSignedText(acknowledgement(label, reference), signature, signingKey)
  return isTheirs ? { ...unanswered, state: 'acknowledged', reference } : { ...unanswered, refusal: 'forged' }
}
