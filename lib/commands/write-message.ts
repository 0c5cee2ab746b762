import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { messageProblem } from '@/lib/domain/message'
import type { MessageProblem } from '@/lib/domain/message'
import { changeDraft } from '@/lib/drafts/change-draft'
import type { FollowUp } from '@/lib/drafts/draft'
import { readDraft } from '@/lib/drafts/read-draft'
import { cleanText } from '@/lib/journey/clean-text'
import { sealMessage } from '@/lib/sealing/message-box'
import { reporterKeyPair } from '@/lib/sealing/reporter-key'
import { boxRow, hashValue } from './intake-rows'

/** What the follow-up page posts. */
interface MessagePost {
  readonly cookie: string | undefined
  readonly text: string
  /** Of the page the form was on: the same words from the same page are one message. */
  readonly token: string
}

/** `ended`: no follow-up is open in this browser any more, so there is nowhere to keep what was typed. */
export type MessageResult = 'sent' | 'refused' | 'ended'

const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** A token for a page with a message form. */
export function newMessageToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** Takes a message from the holder of a return code. What cannot be taken is kept in the draft with what is wrong. */
export async function writeMessage({ cookie, text, token }: MessagePost): Promise<MessageResult> {
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  if (followUp === null) return 'ended'
  const words = cleanText(text)
  const error = messageProblem(words)
  if (error !== null) return refuse(cookie, words, error)
  const outcome = await accept(followUp, words, TOKEN.test(token) ? token : newMessageToken())
  if (outcome === 'full') return refuse(cookie, words, 'full')
  if (followUp.attempt !== null) await keepAttempt(cookie, null)
  return outcome === 'gone' ? 'ended' : 'sent'
}

async function refuse(
  cookie: string | undefined,
  text: string,
  error: MessageProblem,
): Promise<MessageResult> {
  return (await keepAttempt(cookie, { text, error })) ? 'refused' : 'ended'
}

async function keepAttempt(cookie: string | undefined, attempt: FollowUp['attempt']): Promise<boolean> {
  const draft = await changeDraft('public', cookie, (held) => ({
    ...held,
    followUp: held.followUp && { ...held.followUp, attempt },
  }))
  return draft !== null
}

async function accept(followUp: FollowUp, text: string, token: string): Promise<string | undefined> {
  const { submissionId } = followUp
  const at = now()
  const pair = await reporterKeyPair(submissionId, Buffer.from(followUp.privateKey, 'base64'))
  const box = await sealMessage({ submissionId, author: 'reporter' }, text, pair)
  // The token is kept nowhere, so that the hash tells nothing about the words that went into it.
  const hash = createHash('sha256').update(`${submissionId}|${token}|`).update(text).digest()
  const rows = {
    message: {
      id: randomUUID(),
      submission_id: submissionId,
      at: at.toISOString(),
      token_hash: hashValue(hash),
    },
    box: boxRow(box, at),
    event_id: randomUUID(),
  }
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select accept_message(${JSON.stringify(rows)}::jsonb) as outcome`
  return row?.outcome
}
