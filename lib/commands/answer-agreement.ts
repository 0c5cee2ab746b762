import 'server-only'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { agreementAnswers } from '@/lib/domain/agreement'
import { isUuid } from '@/lib/domain/uuid'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { noteDone } from '@/lib/drafts/note-done'
import { readDraft } from '@/lib/drafts/read-draft'

/** `over`: it was not asked, or they answered too long ago to change it. */
export type AnswerResult = 'done' | 'over' | 'ended'

/** Takes whether what was agreed happened, from whoever has the code. No goes to supervisors, and not back to whoever had it. */
export async function answerAgreement(post: {
  readonly cookie: string | undefined
  readonly id: string
  readonly answer: string
}): Promise<AnswerResult> {
  const followUp = (await readDraft('public', post.cookie))?.followUp ?? null
  if (followUp === null) return 'ended'
  const answer = agreementAnswers.find((known) => known === post.answer)
  if (answer === undefined || !isUuid(post.id)) return tooLate(post.cookie)
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select answer_agreement(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea, ${post.id}::uuid, ${answer}, ${now()}::timestamptz) as outcome`
  if (row?.outcome === 'gone') return 'ended'
  return row?.outcome === 'accepted' ? 'done' : tooLate(post.cookie)
}

/** Their page says that nothing was changed. */
async function tooLate(cookie: string | undefined): Promise<'over'> {
  await noteDone(cookie, 'answered-late')
  return 'over'
}
