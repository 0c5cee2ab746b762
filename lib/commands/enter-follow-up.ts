import 'server-only'
import { reviseOrCreateDraft } from '@/lib/drafts/change-draft'
import { emptyDraft } from '@/lib/drafts/draft'
import type { Draft, FollowUp } from '@/lib/drafts/draft'
import { safeContact } from '@/lib/journeys/safe-contact'
import { openFollowUp } from '@/lib/queries/follow-up'

/**
 * Opens a follow-up with a typed return code and remembers in the browser's draft which it is and the key to its
 * messages, so that the code itself is kept nowhere. Gives the value of the draft's cookie; null when the code opens nothing.
 */
export async function enterFollowUp(typed: string, cookie: string | undefined): Promise<string | null> {
  const found = await openFollowUp(typed)
  if (!found.ok) return null
  const { submissionId } = found
  const privateKey = Buffer.from(found.privateKey).toString('base64')
  const entered = await reviseOrCreateDraft('public', cookie, emptyDraft('online'), (draft) => ({
    draft: {
      ...withoutOthersPlan(draft, submissionId),
      followUp: { submissionId, privateKey, attempt: waiting(draft, submissionId) },
    },
    result: null,
  }))
  return entered.cookie
}

/** What somebody began to say of how they may be reached is nothing to whoever opens another case in the same browser. */
function withoutOthersPlan(draft: Draft, submissionId: string): Draft {
  if (draft.followUp?.submissionId === submissionId) return draft
  const others = Object.entries(draft.journeys).filter(([id]) => id !== safeContact.id)
  return { ...draft, journeys: Object.fromEntries(others) }
}

/** A message that the code before this one could not send any more. */
function waiting({ followUp }: Draft, submissionId: string): FollowUp['attempt'] {
  if (followUp?.submissionId !== submissionId || followUp.attempt?.error !== 'ended') return null
  return followUp.attempt
}
