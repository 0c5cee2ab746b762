import 'server-only'
import { reviseOrCreateDraft } from '@/lib/drafts/change-draft'
import { emptyDraft } from '@/lib/drafts/draft'
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
    draft: { ...draft, followUp: { submissionId, privateKey, attempt: null } },
    result: null,
  }))
  return entered.cookie
}
