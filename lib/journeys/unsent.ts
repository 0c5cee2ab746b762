import { walk } from '@/lib/journey/walk'
import { findJourney } from './find-journey'
import type { Answers, JourneyContext } from '@/lib/journey/definition'

/** A journey that has answers and was not sent. */
export interface Unsent {
  readonly id: 'report' | 'liaison'
  /** The step whose turn it is; null when only checking and sending is left. */
  readonly slug: string | null
}

const sendable = ['report', 'liaison'] as const

/** What is begun and not sent, of the journeys a browser holds. A journey without any answer is not begun. */
export function unsentOf(
  journeys: Readonly<Record<string, { readonly answers: Answers } | undefined>>,
  context: JourneyContext,
): readonly Unsent[] {
  return sendable.flatMap((id) => {
    const journey = findJourney(id)
    const answers = journeys[id]?.answers ?? {}
    if (journey === undefined || Object.keys(answers).length === 0) return []
    return [{ id, slug: walk(journey, answers, context).frontier?.slug ?? null }]
  })
}
