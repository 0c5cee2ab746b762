import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { acknowledgeDue } from '@/lib/domain/clocks/clock-rules'
import { saysDanger } from '@/lib/domain/danger/says-danger'
import type { DangerAnswer, DangerSaid } from '@/lib/domain/danger/says-danger'
import { messageProblem } from '@/lib/domain/message'
import type { MessageProblem } from '@/lib/domain/message'
import { changeDraft } from '@/lib/drafts/change-draft'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'
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
  /** It adds to what they told us. */
  readonly adds?: boolean
  /** Whether they say that somebody is in danger now. */
  readonly danger?: DangerAnswer
}

/** `ended`: no follow-up is open in this browser any more, or its code opens nothing; `ended-help`: so, and help is to be shown. */
export type MessageResult = 'sent' | 'refused' | 'ended' | 'ended-help'

const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** A token for a page with a message form. */
export function newMessageToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** A message as it was typed, and what it says of danger. */
interface Written {
  readonly text: string
  readonly token: string
  readonly adds: boolean
  readonly danger: DangerAnswer
  readonly said: DangerSaid
}

/**
 * Takes a message from the holder of a return code. What cannot be taken is kept in the draft with what is wrong. What it says of danger holds
 * nothing back: help is shown after it and staff are told, sent or not.
 */
export async function writeMessage(post: MessagePost): Promise<MessageResult> {
  const { cookie } = post
  const written = read(post)
  const { said } = written
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  if (followUp === null) return ended(said)
  const error = messageProblem(written.text)
  if (error !== null)
    return (await tell(followUp, said)) ? refuse(cookie, written, error) : end(cookie, written)
  const outcome = await accept(followUp, written)
  if (outcome === 'full') return refuse(cookie, written, 'full')
  if (outcome === 'gone') return end(cookie, written)
  if (followUp.attempt !== null || said.alerts.length > 0) await keep(cookie, null, said)
  return 'sent'
}

function ended({ alerts }: DangerSaid): MessageResult {
  return alerts.length > 0 ? 'ended-help' : 'ended'
}

/** The code opens nothing any more: what was typed waits for one that does. */
async function end(
  cookie: string | undefined,
  { text, adds, danger, said }: Written,
): Promise<MessageResult> {
  if (text !== '') await keep(cookie, { text, adds, danger, error: 'ended', told: false }, said)
  return ended(said)
}

function read({ token, adds = false, danger = null, ...post }: MessagePost): Written {
  const text = cleanText(post.text)
  const said = saysDanger(text, danger)
  return { text, adds, danger, said, token: TOKEN.test(token) ? token : newMessageToken() }
}

async function refuse(
  cookie: string | undefined,
  { text, adds, danger, said }: Written,
  error: MessageProblem,
): Promise<MessageResult> {
  return (await keep(cookie, { text, adds, danger, error, told: said.by !== null }, said))
    ? 'refused'
    : ended(said)
}

/** That somebody is in danger is told though the words cannot be taken. False where the code opens nothing any more. */
async function tell(followUp: FollowUp, said: DangerSaid): Promise<boolean> {
  const at = now()
  const danger = dangerRow(said, at)
  if (danger === null) return true
  const key = await keyOf(followUp)
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select note_danger_said(
      ${followUp.submissionId}::uuid, ${key}::bytea, ${JSON.stringify(danger)}::jsonb, ${at}::timestamptz
    ) as outcome`
  return row?.outcome === 'accepted'
}

function dangerRow({ by }: DangerSaid, at: Date) {
  return by === null ? null : { by, due_at: acknowledgeDue(at, currentForce()).toISOString() }
}

/** Help that was shown stays until the visit ends, whatever is written next. */
async function keep(
  cookie: string | undefined,
  attempt: FollowUp['attempt'],
  { alerts }: DangerSaid,
): Promise<boolean> {
  const draft = await changeDraft('public', cookie, ({ followUp, ...held }) => ({
    ...held,
    followUp: followUp && { ...followUp, attempt, ...(alerts.length === 0 ? {} : { alerts }) },
  }))
  return draft !== null
}

async function accept(followUp: FollowUp, written: Written): Promise<string | undefined> {
  const { submissionId } = followUp
  const { text, token, adds, said } = written
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
      adds,
    },
    key: hashValue(pair.publicKey),
    box: boxRow(box, at),
    event_id: randomUUID(),
    danger: dangerRow(said, at),
  }
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select accept_message(${JSON.stringify(rows)}::jsonb) as outcome`
  return row?.outcome
}
