import 'server-only'
import { asActor, deskDb, publicDb } from '@/lib/db/client'
import { loggedOrNot } from '@/lib/db/refuse-unlogged'
import { tellLive } from '@/lib/db/tell-live'
import type { Actor } from '@/lib/domain/policy'
import { mayBeInDanger } from '@/lib/domain/desk-alerts'
import { assessRisk } from '@/lib/domain/risk'
import type { Channel } from '@/lib/domain/words'
import type { Draft, DraftSlot, JourneyDraft, Sent } from '@/lib/drafts/draft'
import { openDraft } from '@/lib/drafts/read-draft'
import type { OpenDraft } from '@/lib/drafts/read-draft'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { Journey } from '@/lib/journey/definition'
import type { Section } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { facetsOf } from '@/lib/journeys/facets'
import { findJourney } from '@/lib/journeys/find-journey'
import { centreOf } from '@/lib/queries/centre-of'
import { mustWait } from './flood'
import type { Flood } from './flood'
import { draftRow } from './intake-rows'
import { journeySetting } from './journey-setting'
import { isSendable, makeSubmission } from './make-submission'
import type { SendableId } from './make-submission'
import { turns } from './turns'

/** What the check page posts. */
export interface SubmitPost {
  readonly slot: DraftSlot
  readonly journeyId: string
  readonly token: string
  readonly cookie: string | undefined
  /** The language the person reads, in which the transcript is kept. */
  readonly locale: Locale
  readonly channel: Channel
  /** Who recorded it for somebody, at the desk: exactly what is not sent online is recorded. */
  readonly recordedBy?: Actor
  /** How it came in; nothing floods the desk. */
  readonly flood?: Flood
}

/** `check`: the token is not this draft's, so the check page must be shown again. `wait`: many are sending; nothing is lost. */
export type SubmitResult =
  | {
      readonly ok: true
      readonly sent: Sent
      /** Accepted now, and not by a post before. */ readonly now: boolean
    }
  | {
      readonly ok: false
      readonly go:
        { readonly to: 'step'; readonly slug: string } | { readonly to: 'check' | 'start' | 'wait' }
    }

interface Outcome {
  readonly outcome: 'accepted' | 'repeat' | 'draft-changed' | 'reference-taken'
}

/** Every try that fails means that another post of the same draft got through. */
const TRIES = 100

const inTurn = turns()

/**
 * Sends a journey: walks it again on the server, seals what is relevant and nothing else, and stores it in one
 * transaction that also turns the draft into its confirmation. The same page sent any number of times is one
 * submission, and every post ends at the same confirmation. DomainError `not-logged` where there is no room to keep it: the draft is
 * as it was, and can be sent again.
 */
export async function submitJourney(post: SubmitPost): Promise<SubmitResult> {
  // The database would keep them apart as well; in turn, all but the first find the work done.
  return inTurn(post.token, () => submit(post))
}

async function submit(post: SubmitPost): Promise<SubmitResult> {
  const journey = findJourney(post.journeyId)
  if (!journey || !isSendable(journey.id)) return { ok: false, go: { to: 'start' } }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const opened = await openDraft(post.slot, post.cookie)
    if (opened?.draft.sent?.token === post.token) return { ok: true, sent: opened.draft.sent, now: false }
    const held = opened?.draft.journeys[journey.id]
    if (!opened || !held) return { ok: false, go: { to: 'start' } }
    const refusal = await notReady(journey, held, post)
    if (refusal) return refusal
    const sent = await send(journey, journey.id, opened, held, post)
    if (sent) return { ok: true, sent, now: true }
  }
  throw new Error('A draft changed too often to be sent.')
}

async function notReady(
  journey: Journey,
  held: JourneyDraft,
  post: SubmitPost,
): Promise<SubmitResult | null> {
  const { frontier } = walk(journey, held.answers, await journeySetting(post.channel, held.answers))
  if (frontier) return { ok: false, go: { to: 'step', slug: frontier.slug } }
  if (held.token !== post.token) return { ok: false, go: { to: 'check' } }
  const waits = post.flood !== undefined && mustWait(held.token, post.flood)
  return waits && !(await isUrgent(journey, held, post)) ? { ok: false, go: { to: 'wait' } } : null
}

/** What may be about somebody in danger now waits for nothing. */
async function isUrgent(
  journey: Journey,
  { answers }: JourneyDraft,
  { channel }: SubmitPost,
): Promise<boolean> {
  const setting = await journeySetting(channel, answers)
  const { relevant } = walk(journey, answers, setting)
  return isSendable(journey.id) && mayBeInDanger(assessRisk(facetsOf(journey.id, relevant, setting).risk))
}

/** Null when the draft changed, was sent by another post, or the reference was taken: look again. */
async function send(
  journey: Journey,
  journeyId: SendableId,
  opened: OpenDraft,
  held: JourneyDraft,
  post: SubmitPost,
): Promise<Sent | null> {
  const { rows, sent, caseId } = await makeSubmission({
    ...post,
    journey,
    journeyId,
    answers: held.answers,
    files: held.files,
    slow: post.flood?.slow === true,
    beside: await centreWords(post.recordedBy),
  })
  const draft = await draftRow(opened, afterSending(opened.draft, sent))
  const outcome = await store(JSON.stringify({ ...rows, draft }), post.recordedBy)
  if (outcome !== 'accepted') return null
  tellLive(post.recordedBy === undefined ? publicDb : deskDb, caseId)
  return sent
}

async function store(rows: string, recordedBy: Actor | undefined): Promise<Outcome['outcome'] | undefined> {
  const [row] =
    recordedBy === undefined
      ? await loggedOrNot(
          () => publicDb().$queryRaw<Outcome[]>`select outcome from accept_submission(${rows}::jsonb)`,
        )
      : await asActor(
          recordedBy,
          (tx) => tx.$queryRaw<Outcome[]>`select outcome from record_submission(${rows}::jsonb)`,
        )
  return row?.outcome
}

/** Which centre it was recorded at, for whoever reads the case. */
async function centreWords(recordedBy: Actor | undefined): Promise<readonly Section[]> {
  const name = recordedBy === undefined ? null : await centreOf(recordedBy)
  if (name === null) return []
  const t = translator('en')
  const row = { questionId: 'centre', stepSlug: 'centre', label: t('sent.kept.centre'), value: name }
  return [{ id: 'centre', title: t('sent.kept.title'), rows: [row] }]
}

/** The confirmation takes the place of the answers: what was sent can no longer be read from the draft. */
function afterSending(draft: Draft, sent: Sent): Draft {
  const others = Object.entries(draft.journeys).filter(([id]) => id !== sent.journeyId)
  return { ...draft, journeys: Object.fromEntries(others), sent }
}
