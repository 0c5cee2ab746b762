import 'server-only'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { replaceDraft } from '@/lib/drafts/change-draft'
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

/** `start`: nothing was sent from this browser, so there is nothing these answers could belong to. */
export type EqualityResult =
  { readonly ok: true } | { readonly ok: false; readonly go: { readonly to: 'start' } }

const JOURNEY = 'equality'
const TRIES = 100

/**
 * Moves the optional equality answers, asked after sending, from the draft to a sealed box of their own. All left
 * blank, nothing is kept. Done once per submission: a second time changes nothing and is as good as the first.
 */
export async function saveEquality(post: { readonly cookie: string | undefined }): Promise<EqualityResult> {
  const journey = findJourney(JOURNEY)
  if (!journey) throw new Error('The equality journey is missing.')
  for (let tries = 0; tries < TRIES; tries += 1) {
    const opened = await openDraft('public', post.cookie)
    const sent = opened?.draft.sent
    if (!opened || !sent) return { ok: false, go: { to: 'start' } }
    if (sent.equalityDone || (await attempt(journey, opened, sent))) return { ok: true }
  }
  throw new Error('A draft changed too often to take equality answers.')
}

/** False when the draft changed meanwhile: look again. */
async function attempt(journey: Journey, opened: OpenDraft, sent: Sent): Promise<boolean> {
  const answers = opened.draft.journeys[JOURNEY]?.answers ?? {}
  const { relevant } = walk(journey, answers, await journeySetting(opened.draft.channel, answers))
  const finished = withoutEquality(opened.draft, sent)
  const blank = Object.values(relevant).every((answer) => answer === null)
  return blank
    ? replaceDraft(opened, finished)
    : keep(opened, finished, sent, { version: journey.version, answers: relevant })
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
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select accept_equality(${JSON.stringify(rows)}::jsonb) as outcome`
  return row?.outcome !== 'draft-changed'
}

function withoutEquality(draft: Draft, sent: Sent): Draft {
  const others = Object.entries(draft.journeys).filter(([id]) => id !== JOURNEY)
  return { ...draft, journeys: Object.fromEntries(others), sent: { ...sent, equalityDone: true } }
}
