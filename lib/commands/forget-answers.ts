import 'server-only'
import { changeDraft } from '@/lib/drafts/change-draft'

/** Deletes every answer of a browser that is not sent. A confirmation and an opened follow-up stay. */
export async function forgetAnswers(cookie: string | undefined): Promise<void> {
  await changeDraft('public', cookie, (draft) => ({ ...draft, journeys: {} }))
}
