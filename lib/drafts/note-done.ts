import 'server-only'
import { changeDraft } from './change-draft'
import type { FollowUpDone } from './draft'

/** Keeps in the draft of a follow-up what was done there last, so that its page says so to whoever did it, and to nobody by an address alone. */
export async function noteDone(cookie: string | undefined, done: FollowUpDone): Promise<void> {
  await changeDraft('public', cookie, ({ followUp, ...held }) => ({
    ...held,
    followUp: followUp && { ...followUp, done },
  }))
}
