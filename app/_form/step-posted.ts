import 'server-only'
import { answerStep } from '@/lib/commands/answer-step'
import { autosaveStep } from '@/lib/commands/autosave-step'
import { draftKey, giveDraftKey, markDraftDeleted } from './draft-cookie'
import { noteRefused } from './note-refused'
import { postedForm } from './posted-form'
import { problemPage } from './problem-page'
import { seeOther } from './see-other'
import type { NextPlace } from '@/lib/commands/take-step'
import type { Channel } from '@/lib/domain/words'
import type { DraftSlot } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'

/** Which step of which draft a form is posted to, and the addresses around it. */
export interface StepPlace {
  readonly slot: DraftSlot
  readonly channel: Channel
  readonly journeyId: string
  readonly slug: string
  readonly locale: Locale
  /** Address of the journey, for example `/cy/report`. */
  readonly base: string
  /** Where somebody goes who does not want to go on; `forces` are the ids of those that may cover the place. */
  readonly stoppedHref: (forces: readonly string[]) => string
  /** As in `StepPost`. */
  readonly anewUnless?: string
  /** What to do, and where to go, when nothing is left to ask; the check page when absent. */
  readonly finish?: (cookie: string) => Promise<string>
}

/** Takes a posted step and sends the browser on: to the next step, back with what to put right, or to the check page. */
export async function stepPosted(request: Request, place: StepPlace): Promise<Response> {
  const form = await postedForm(request, place.locale)
  if (form instanceof Response) return form
  const { slot } = place
  const cookie = await draftKey(slot)
  const answered = await answerStep({ ...place, form, cookie })
  if (answered === null) return problemPage('not-found', place.locale)
  const { go } = answered
  if (go.to === 'too-large') return tooLarge(place.locale)
  if (go.to === 'stopped') await markDraftDeleted(slot)
  else await giveDraftKey(slot, answered.cookie)
  if (go.to === 'check' && place.finish !== undefined) return seeOther(await place.finish(answered.cookie))
  const lost = go.to === 'frontier' && answered.cookie !== cookie
  return seeOther(lost ? `${addressOf(go, place)}?lost=yes` : addressOf(go, place))
}

/** Nothing typed is dropped without a word: what is too much to keep is refused as a form that is too large. */
function tooLarge(locale: Locale): Response {
  noteRefused('too-large')
  return problemPage('too-large', locale)
}

/** Keeps what is typed so far. Answers 204 when kept and 409 when not; the page says which in its own words. */
export async function stepSaved(request: Request, place: StepPlace): Promise<Response> {
  const form = await postedForm(request, place.locale)
  if (form instanceof Response) return form
  const kept = await autosaveStep({ ...place, form, cookie: await draftKey(place.slot) })
  return new Response(null, { status: kept ? 204 : 409 })
}

function addressOf(
  go: Exclude<NextPlace, { readonly to: 'too-large' }>,
  { base, stoppedHref }: StepPlace,
): string {
  switch (go.to) {
    case 'step':
    case 'frontier':
      return `${base}/${go.slug}`
    case 'invalid':
      return `${base}/${go.slug}#problem`
    case 'check':
      return `${base}/check`
    case 'stopped':
      return stoppedHref(go.forces)
  }
}
