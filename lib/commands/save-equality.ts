import 'server-only'
import { now } from '@/lib/adapters/clock'
import { db } from '@/lib/db/client'
import { replaceDraft } from '@/lib/drafts/change-draft'
import type { Change } from '@/lib/drafts/change-draft'
import type { Draft, Sent } from '@/lib/drafts/draft'
import { openDraft } from '@/lib/drafts/read-draft'
import type { OpenDraft } from '@/lib/drafts/read-draft'
import type { Answers, Journey } from '@/lib/journey/definition'
import { walk } from '@/lib/journey/walk'
import { findJourney } from '@/lib/journeys/find-journey'
import { canonicalJson } from '@/lib/sealing/canonical-json'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow, draftRow } from './intake-rows'
import { journeySetting } from './journey-setting'
import { takeStep } from './take-step'

/** `start`: nothing was sent from this browser, so there is nothing these answers could belong to. */
export type EqualityResult =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly go: { readonly to: 'invalid'; readonly slug: string } | { readonly to: 'start' }
    }

const JOURNEY = 'equality'
const TRIES = 100
const done: EqualityResult = { ok: true }
const nothingSent: EqualityResult = { ok: false, go: { to: 'start' } }

/**
 * Keeps the optional equality answers, asked after sending, in a sealed box of their own. Takes those the draft holds
 * and, when `form` is given, those posted with it. All left blank, nothing is kept. Answered once per submission: a
 * second post changes nothing and is as good as the first.
 */
export async function saveEquality(post: {
  readonly cookie: string | undefined
  readonly form?: URLSearchParams
}): Promise<EqualityResult> {
  const journey = findJourney(JOURNEY)
  if (!journey) throw new Error('The equality journey is missing.')
  for (let tries = 0; tries < TRIES; tries += 1) {
    const opened = await openDraft('public', post.cookie)
    const sent = opened?.draft.sent
    if (!opened || !sent) return nothingSent
    if (sent.equalityDone) return done
    const result = await attempt(journey, opened, sent, post.form ?? new URLSearchParams())
    if (result) return result
  }
  throw new Error('A draft changed too often to take equality answers.')
}

/** Null when the draft changed meanwhile: look again. */
async function attempt(
  journey: Journey,
  opened: OpenDraft,
  sent: Sent,
  form: URLSearchParams,
): Promise<EqualityResult | null> {
  const { draft, result: refused } = takePages(journey, opened.draft, form)
  if (refused !== null) {
    return (await replaceDraft(opened, draft)) ? { ok: false, go: { to: 'invalid', slug: refused } } : null
  }
  const answers = draft.journeys[JOURNEY]?.answers ?? {}
  const { relevant } = walk(journey, answers, journeySetting(draft.channel))
  const finished = withoutEquality(opened.draft, sent)
  const blank = Object.values(relevant).every((answer) => answer === null)
  const kept = blank
    ? await replaceDraft(opened, finished)
    : await keep(opened, finished, sent, { version: journey.version, answers: relevant })
  return kept ? done : null
}

/** Every page of the journey that the form holds a field of. The result is the slug of the first refused page. */
function takePages(journey: Journey, draft: Draft, form: URLSearchParams): Change<string | null> {
  const posted = journey.steps.filter((step) => step.questions.some(({ id }) => form.has(id)))
  return posted.reduce<Change<string | null>>(
    (before, { slug }) => {
      const taken = takeStep(journey, slug, form, before.draft)
      return { draft: taken.draft, result: before.result ?? (taken.result.to === 'invalid' ? slug : null) }
    },
    { draft, result: null },
  )
}

async function keep(
  opened: OpenDraft,
  finished: Draft,
  sent: Sent,
  content: { readonly version: number; readonly answers: Answers },
): Promise<boolean> {
  const box = await sealBox('equality', { answers: canonicalJson({ journey: JOURNEY, ...content }) })
  const rows = {
    submission_id: sent.submissionId,
    box: boxRow(box, now()),
    draft: await draftRow(opened, finished),
  }
  const [row] = await db().$queryRaw<{ outcome: string }[]>`
    select accept_equality(${JSON.stringify(rows)}::jsonb) as outcome`
  return row?.outcome !== 'draft-changed'
}

function withoutEquality(draft: Draft, sent: Sent): Draft {
  const others = Object.entries(draft.journeys).filter(([id]) => id !== JOURNEY)
  return { ...draft, journeys: Object.fromEntries(others), sent: { ...sent, equalityDone: true } }
}
