import 'server-only'
import { changeDraft } from '@/lib/drafts/change-draft'

/** Takes the return code out of the confirmation a browser still holds. The code itself goes on working. */
export async function hideCode(cookie: string | undefined): Promise<void> {
  await changeDraft('public', cookie, (draft) =>
    draft.sent?.returnCode
      ? { ...draft, sent: { ...draft.sent, returnCode: null, codeHidden: true } }
      : draft,
  )
}
