import 'server-only'
import type { Session } from '@/lib/auth/session'
import type { KnownPlan } from '@/lib/commands/agree-call-back'
import { expectReason } from '@/lib/queries/given-reason'
import { openPlan } from '@/lib/queries/open-plan'
import { heldRecording } from '../../../../record/_record/held-recording'

/**
 * When somebody may be rung, for whoever agrees with them when: from what this person has just recorded for them, where that still holds, else from
 * the case, opened under audit. Null where it is not theirs to open, or does not open. DomainError `no-reason` where they have to say first why.
 */
export async function knownPlan(
  { actor, handle }: Session,
  { reference, planVersion }: { readonly reference: string; readonly planVersion: number },
): Promise<KnownPlan | null> {
  const sent = (await heldRecording(actor))?.sent
  if (planVersion === 0 && sent?.reference === reference && sent.callPlan !== undefined)
    return { version: 0, plan: sent.callPlan }
  const reason = await expectReason(actor, handle, reference)
  return reason === null ? null : openPlan(actor, reference, reason)
}
