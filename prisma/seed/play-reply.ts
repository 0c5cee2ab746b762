import 'server-only'
import { enterFollowUp } from '@/lib/commands/enter-follow-up'
import { leaveDraft } from '@/lib/commands/leave'
import { newMessageToken, writeMessage } from '@/lib/commands/write-message'
import { readDraft } from '@/lib/drafts/read-draft'
import { followUpMessages } from '@/lib/queries/follow-up-messages'

/** Comes back to a case with its return code, reads what was written, writes `text` and leaves. */
export async function playReply(returnCode: string, text: string): Promise<void> {
  const cookie = await enterFollowUp(returnCode, undefined)
  const followUp = (await readDraft('public', cookie ?? undefined))?.followUp
  if (cookie === null || !followUp) throw new Error('A demonstration return code opens nothing')
  await followUpMessages(followUp)
  await writeMessage({ cookie, text, token: newMessageToken() })
  await leaveDraft('public', cookie)
}
