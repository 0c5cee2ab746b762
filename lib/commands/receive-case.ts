import 'server-only'
import { env } from '@/lib/config/env'
import { currentForce } from '@/lib/config/current-force'
import { asActor, deskDb } from '@/lib/db/client'
import { loggedOrNot } from '@/lib/db/refuse-unlogged'
import { tellLive } from '@/lib/db/tell-live'
import type { Actor } from '@/lib/domain/policy'
import { largestPassing, passedCase } from '@/lib/domain/ways-out/exchange'
import type { PassedCase, PassingContent, PassingRefusal } from '@/lib/domain/ways-out/exchange'
import { findJourney } from '@/lib/journeys/find-journey'
import { findPartner } from '@/lib/queries/partner-forces'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { exchangeKey } from '@/lib/sealing/exchange-key'
import { acknowledgement, isSealedTo, isSignedBy, openPassing, signText } from '@/lib/sealing/passed-case'
import { appendAudit } from './append-audit'
import { journeySetting } from './journey-setting'
import { submissionOf } from './make-submission'
import { receivedAnswers, receivedFields } from './received-fields'

/** A case that was taken in, or why not. `signature`: our word for it, for the other force to keep. */
export type Received =
  | {
      readonly ok: true
      readonly passing: string
      readonly reference: string
      readonly signature: string
      /** It was here already. */
      readonly again: boolean
    }
  | { readonly ok: false; readonly refusal: PassingRefusal }

/** A case of another force that was opened and not stored. */
export type ReadPassing =
  | { readonly ok: true; readonly passed: PassedCase; readonly content: PassingContent }
  | { readonly ok: false; readonly refusal: PassingRefusal }

const tries = 5

/**
 * Reads what another force sent, by request or as a file: whose it is, that it is for us and signed by them, and what is in it, which the audit says
 * before it is opened. Stores nothing.
 */
export async function readPassing(text: string, by: Actor | null): Promise<ReadPassing> {
  const own = exchangeKey(env().KEY_DIR)
  if (own === null) return refused('not-set-up')
  if (text.length > largestPassing) return refused('too-large')
  const passed = parsed(text)
  if (passed === null) return refused('malformed')
  const { from, to } = passed.label
  if (to !== currentForce().id || !isSealedTo(passed, own)) return refused('not-for-us')
  const partner = await findPartner({ partner: from })
  if (partner === null) return refused('unknown-force')
  if (!(await isSignedBy(passed, partner.signingKey))) return refused('forged')
  await noteOpened(passed, by)
  try {
    return { ok: true, passed, content: await openPassing(passed, own) }
  } catch (error) {
    if (error instanceof CannotOpenError) return refused('unreadable')
    throw error
  }
}

/**
 * Takes in a case of another force as a new one here, in the same queue as every other; the same one however often it comes is one case. `by`:
 * whoever uploads it as a file; null where a machine brings it.
 */
export async function receiveCase(text: string, by: Actor | null): Promise<Received> {
  const read = await readPassing(text, by)
  const own = exchangeKey(env().KEY_DIR)
  if (!read.ok || own === null) return read.ok ? refused('not-set-up') : read
  const { label } = read.content
  for (let tried = 0; tried < tries; tried += 1) {
    const { rows, caseId } = await rowsOf(read.content, by)
    const { outcome, reference } = await store({ ...rows, from: label.from }, by)
    if (outcome === 'unknown') return refused('unknown-force')
    if (outcome === 'reference-taken' || reference === null) continue
    if (outcome === 'accepted') tellLive(deskDb, caseId)
    const signature = await signText(acknowledgement(label, reference), own)
    return { ok: true, passing: label.passing, reference, signature, again: outcome === 'repeat' }
  }
  throw new Error('No reference was free.')
}

/** The row is committed before anything is opened. */
async function noteOpened({ box, label }: PassedCase, by: Actor | null): Promise<void> {
  const detail = { from: label.from, box: box.id }
  const entry = { actorId: by?.id ?? null, role: by?.role ?? null, action: 'passing-opened', detail } as const
  await (by === null
    ? loggedOrNot(() => appendAudit(deskDb(), entry))
    : asActor(by, (tx) => appendAudit(tx, entry)))
}

interface Stored {
  readonly outcome: string
  readonly reference: string | null
}

async function store(rows: Readonly<Record<string, unknown>>, by: Actor | null): Promise<Stored> {
  const text = JSON.stringify(rows)
  const [row] = await (by === null
    ? loggedOrNot(
        () => deskDb().$queryRaw<Stored[]>`SELECT outcome, reference FROM receive_case(${text}::jsonb)`,
      )
    : asActor(
        by,
        (tx) => tx.$queryRaw<Stored[]>`SELECT outcome, reference FROM receive_case(${text}::jsonb)`,
      ))
  return row ?? { outcome: 'unknown', reference: null }
}

async function rowsOf(content: PassingContent, by: Actor | null) {
  const { sent, label } = content
  const journey = findJourney(sent.journey)
  if (journey === undefined) throw new Error('A journey that every force has is not here.')
  const answers = receivedAnswers(content)
  const setting = await journeySetting('other-force', answers)
  return submissionOf(
    {
      ...{ journey, journeyId: sent.journey, channel: 'other-force', locale: sent.locale },
      token: `${label.from} ${label.passing}`,
      ...(by === null ? {} : { recordedBy: by }),
    },
    { setting, relevant: answers, fields: receivedFields(content, journey), offersCode: false },
  )
}

function parsed(text: string): PassedCase | null {
  try {
    return passedCase.parse(JSON.parse(text))
  } catch {
    // What the parser says of it would hold words of it.
    return null
  }
}

function refused(refusal: PassingRefusal): { readonly ok: false; readonly refusal: PassingRefusal } {
  return { ok: false, refusal }
}
