import 'server-only'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { noteDone } from '@/lib/drafts/note-done'
import { readDraft } from '@/lib/drafts/read-draft'
import type { Locale } from '@/lib/i18n/locales'
import { hashValue } from './intake-rows'
import { planRow } from './plan-row'

/** `ended`: no follow-up is open in this browser any more. */
type Result = 'done' | 'ended'

async function codeOf(cookie: string | undefined) {
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  return followUp && { submissionId: followUp.submissionId, key: await keyOf(followUp) }
}

/** "This is not what we agreed": supervisors are told, and not only whoever has the case. Said twice, it is said once. */
export async function sayNotAgreed(cookie: string | undefined): Promise<Result> {
  const code = await codeOf(cookie)
  if (code === null) return 'ended'
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select note_not_agreed(${code.submissionId}::uuid, ${code.key}::bytea, ${now()}::timestamptz) as outcome`
  if (row?.outcome !== 'accepted') return 'ended'
  await noteDone(cookie, 'not-agreed')
  return 'done'
}

/**
 * Withdraws a report or request. A person closes the case. Unless they want to hear from us still, nobody contacts them from now on: that is
 * their plan then, and what waits to go out is stopped.
 */
export async function withdrawCase(post: {
  readonly cookie: string | undefined
  readonly locale: Locale
  readonly mayContact: boolean
}): Promise<Result> {
  const code = await codeOf(post.cookie)
  if (code === null) return 'ended'
  const { submissionId, key } = code
  const at = now()
  const off = {
    submissionId,
    token: 'withdrawn',
    answers: { contactChoice: 'anonymous' },
    locale: post.locale,
    at,
  }
  const rows = {
    submission_id: submissionId,
    key: hashValue(key),
    at: at.toISOString(),
    plan: post.mayContact ? null : await planRow(off),
  }
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select withdraw_case(${JSON.stringify(rows)}::jsonb) as outcome`
  if (row?.outcome === 'gone') return 'ended'
  await noteDone(post.cookie, 'withdrawn')
  return 'done'
}

/** They want it to go on after all. `over`: it is closed by now, and a person opens it again. How they may be reached stays as they said last. */
export async function takeBackWithdrawal(cookie: string | undefined): Promise<Result | 'over'> {
  const code = await codeOf(cookie)
  if (code === null) return 'ended'
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select take_back_withdrawal(${code.submissionId}::uuid, ${code.key}::bytea, ${now()}::timestamptz) as outcome`
  if (row?.outcome === 'over') return 'over'
  if (row?.outcome !== 'accepted') return 'ended'
  await noteDone(cookie, 'goes-on')
  return 'done'
}
