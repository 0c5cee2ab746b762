import 'server-only'
import type { Channel } from '@/lib/domain/words'
import { reviseOrCreateDraft } from '@/lib/drafts/change-draft'
import { emptyDraft } from '@/lib/drafts/draft'
import type { DraftSlot } from '@/lib/drafts/draft'
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
        draft.channel === post.channel ? draft : { ...draft, channel: post.channel },
      ),
  )
  if (result.to === 'stopped') await leaveDraft(post.slot, cookie)
  return { cookie, go: result }
}
