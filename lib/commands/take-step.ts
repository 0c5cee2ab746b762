import 'server-only'
import type { Change } from '@/lib/drafts/change-draft'
import { emptyJourneyDraft } from '@/lib/drafts/draft'
import type { Attempt, Draft, JourneyDraft } from '@/lib/drafts/draft'
import type { Journey } from '@/lib/journey/definition'
import { resolveQuestions } from '@/lib/journey/resolve'
import { parseStep, readFields } from '@/lib/journey/read'
import { leadFrom, mayVisit, stepAfter, visitOf, walk } from '@/lib/journey/walk'
import type { Visit, Walked } from '@/lib/journey/walk'
import { forcesElsewhere } from '@/lib/journeys/place-facts'
import { journeySetting, today } from './journey-setting'

/** Where a posted step leads. `frontier`: it was not the step's turn; what was typed waits there until it is. */
export type NextPlace =
  | { readonly to: 'step' | 'invalid' | 'frontier'; readonly slug: string }
  | { readonly to: 'check' }
  /** Nothing of it was kept: with what waits on other steps it is too much. */
  | { readonly to: 'too-large' }
  /** `forces`: ids of the police forces that may cover the place instead. */
  | { readonly to: 'stopped'; readonly forces: readonly string[] }

/** In bytes. More than any one form may be: what was refused on several steps stays, and a draft cannot be grown without end. */
const mostTyped = 4 * 1024 * 1024

/**
 * Where nothing was answered yet: twice what any step takes, so that an hour of writing outlives its draft, and little of whoever posts without
 * end. With what is around it, it fits a row of 64 KiB.
 */
const mostBeforeAnswers = 60 * 1024

/** The draft with one journey replaced. */
function withJourney(draft: Draft, journeyId: string, held: JourneyDraft): Draft {
  return { ...draft, journeys: { ...draft.journeys, [journeyId]: held } }
}

/** The held journey with an attempt at a step, or with none. */
function withAttempt(held: JourneyDraft, slug: string, attempt: Attempt | null): JourneyDraft {
  const others = Object.entries(held.attempts).filter(([key]) => key !== slug)
  return { ...held, attempts: Object.fromEntries(attempt ? [...others, [slug, attempt]] : others) }
}

/** The draft with an attempt in it, whole; undefined where that and what else was refused are too much to keep. */
export function keptAttempt(
  draft: Draft,
  journeyId: string,
  held: JourneyDraft,
  slug: string,
  attempt: Attempt,
): Draft | undefined {
  const kept = withJourney(draft, journeyId, withAttempt(held, slug, attempt))
  const typed = Object.values(kept.journeys).map(({ attempts }) => attempts)
  return Buffer.byteLength(JSON.stringify(typed)) > mostKept(draft) ? undefined : kept
}

function mostKept({ journeys }: Draft): number {
  const isBegun = Object.values(journeys).some(({ answers }) => Object.keys(answers).length > 0)
  return isBegun ? mostTyped : mostBeforeAnswers
}

function withoutAnswers(held: JourneyDraft, visit: Visit): JourneyDraft {
  const asked = new Set(visit.questions.map(({ id }) => id))
  const others = Object.entries(held.answers).filter(([id]) => !asked.has(id))
  return { ...held, answers: Object.fromEntries(others) }
}

function waiting(before: Draft, kept: Draft | undefined, result: NextPlace): Change<NextPlace> {
  return kept === undefined ? { draft: before, result: { to: 'too-large' } } : { draft: kept, result }
}

function placeAfter(walked: Walked, slug: string): NextPlace {
  const next = stepAfter(walked, slug)
  return next ? { to: 'step', slug: next.slug } : { to: 'check' }
}

/**
 * A step whose turn it is not, as happens when the draft has run out while somebody wrote: its words are not answers yet,
 * but they are kept as typed and shown when the person gets there again.
 */
async function tooEarly(
  journey: Journey,
  slug: string,
  form: URLSearchParams,
  draft: Draft,
  held: JourneyDraft,
  { frontier }: Walked,
): Promise<Change<NextPlace>> {
  const step = journey.steps.find((one) => one.slug === slug)
  if (frontier === null || step === undefined) return { draft, result: { to: 'check' } }
  const questions = resolveQuestions(step, held.answers, await journeySetting(draft.channel, held.answers))
  const typed = { values: readFields(questions, form), errors: {} }
  return waiting(draft, keptAttempt(draft, journey.id, held, slug, typed), {
    to: 'frontier',
    slug: frontier.slug,
  })
}

/** What one posted step makes of a draft, and where it leads. Pure but for the date, a new journey's token and where a postcode lies. */
export async function takeStep(
  journey: Journey,
  slug: string,
  form: URLSearchParams,
  draft: Draft,
): Promise<Change<NextPlace>> {
  const held = draft.journeys[journey.id] ?? emptyJourneyDraft()
  const setting = await journeySetting(draft.channel, held.answers)
  const walked = walk(journey, held.answers, setting)
  const visit = mayVisit(walked, slug) ? visitOf(walked, slug) : undefined
  if (!visit) return tooEarly(journey, slug, form, draft, held, walked)

  const values = readFields(visit.questions, form)
  const parsed = parseStep(visit.questions, values, today())
  if (!parsed.ok) {
    const typed = { values, errors: parsed.errors }
    return waiting(draft, keptAttempt(draft, journey.id, held, slug, typed), { to: 'invalid', slug })
  }

  const settled = withAttempt(held, slug, null)
  const lead = leadFrom(visit.questions, parsed.answers)
  if (lead) {
    // The answer that leads elsewhere is not kept, so that the question is open when the person comes back to it.
    const changed = withJourney(draft, journey.id, withoutAnswers(settled, visit))
    const forces = forcesElsewhere(held.answers, setting)
    return { draft: changed, result: lead.to === 'away' ? { to: 'stopped', forces } : lead }
  }
  const answered = { ...settled, answers: { ...held.answers, ...parsed.answers } }
  return {
    draft: withJourney(draft, journey.id, answered),
    result: placeAfter(
      walk(journey, answered.answers, await journeySetting(draft.channel, answered.answers)),
      slug,
    ),
  }
}
