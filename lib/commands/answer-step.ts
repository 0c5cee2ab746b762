import 'server-only'
import type { Channel } from '@/lib/domain/words'
import { reviseOrCreateDraft } from '@/lib/drafts/change-draft'
import { emptyDraft } from '@/lib/drafts/draft'
import type { Draft, DraftSlot } from '@/lib/drafts/draft'
import { findJourney } from '@/lib/journeys/find-journey'
import { leaveDraft } from './leave'
import { takeStep } from './take-step'
import type { NextPlace } from './take-step'

/** One posted step. */
export interface StepPost {
  readonly slot: DraftSlot
  readonly journeyId: string
  readonly slug: string
  readonly form: URLSearchParams
  /** The value of the draft's cookie, when the browser sent one. */
  readonly cookie: string | undefined
  readonly channel: Channel
  /** A question whose answer decides whose journey it is: another answer than the one held begins the journey anew. */
  readonly anewUnless?: string
}

/**
 * Takes a posted step: keeps it if it is valid, keeps what was typed and its error codes if not, and says where to go.
 * Makes a draft when there is none; `cookie` is the value to set. `stopped` means the draft is gone: clear the cookie.
 * Null when there is no such journey or step.
 */
export async function answerStep(
  post: StepPost,
): Promise<{ readonly cookie: string; readonly go: NextPlace } | null> {
  const journey = findJourney(post.journeyId)
  if (!journey?.steps.some(({ slug }) => slug === post.slug)) return null
  const { cookie, result } = await reviseOrCreateDraft(
    post.slot,
    post.cookie,
    emptyDraft(post.channel),
    (draft) =>
      takeStep(
        journey,
        post.slug,
        post.form,
        mineToGoOn(draft.channel === post.channel ? draft : { ...draft, channel: post.channel }, post),
      ),
  )
  if (result.to === 'stopped') await leaveDraft(post.slot, cookie)
  return { cookie, go: result }
}

/** The draft without the journey, where its answers are those of somebody with another part in it. */
function mineToGoOn(draft: Draft, { journeyId, anewUnless, form }: StepPost): Draft {
  const held = anewUnless === undefined ? undefined : draft.journeys[journeyId]?.answers[anewUnless]
  if (anewUnless === undefined || (held ?? null) === null || held === form.get(anewUnless)) return draft
  const others = Object.entries(draft.journeys).filter(([id]) => id !== journeyId)
  return { ...draft, journeys: Object.fromEntries(others) }
}
