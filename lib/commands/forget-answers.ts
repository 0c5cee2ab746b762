import 'server-only'
import { changeDraft } from '@/lib/drafts/change-draft'
import { openDraft } from '@/lib/drafts/read-draft'
import { forgetFiles } from './evidence/unsent-rows'

/** Deletes every answer and file of a browser that is not sent. A confirmation and an opened follow-up stay. */
export async function forgetAnswers(cookie: string | undefined): Promise<void> {
  const opened = await openDraft('public', cookie)
  await changeDraft('public', cookie, (draft) => ({ ...draft, journeys: {} }))
  if (opened !== null) await forgetFiles(opened.keys.lookup, null)
}
