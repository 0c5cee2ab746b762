import 'server-only'
import { replaceDraft } from '@/lib/drafts/change-draft'
import { emptyJourneyDraft } from '@/lib/drafts/draft'
import { openDraft } from '@/lib/drafts/read-draft'
import { readFields } from '@/lib/journey/read'
import { mayVisit, visitOf, walk } from '@/lib/journey/walk'
import { findJourney } from '@/lib/journeys/find-journey'
import type { StepPost } from './answer-step'
import { journeySetting } from './journey-setting'
import { keptAttempt } from './take-step'

/**
 * Keeps a step's whole form as it stands while somebody types, without judging it. Says whether it was kept: not when
 * there is no draft, when it is not the step's turn, when it is too much, or when anything else was saved meanwhile. That last rule keeps a
 * save that comes late from covering what was posted after it; the next one will do.
 */
export async function autosaveStep(post: StepPost): Promise<boolean> {
  const journey = findJourney(post.journeyId)
  const opened = await openDraft(post.slot, post.cookie)
  if (!journey || !opened) return false
  const held = opened.draft.journeys[journey.id] ?? emptyJourneyDraft()
  const walked = walk(journey, held.answers, await journeySetting(opened.draft.channel, held.answers))
  const visit = mayVisit(walked, post.slug) ? visitOf(walked, post.slug) : undefined
  if (!visit) return false
  const typed = { values: readFields(visit.questions, post.form), errors: {} }
  const kept = keptAttempt(opened.draft, journey.id, held, post.slug, typed)
  return kept !== undefined && replaceDraft(opened, kept)
}
