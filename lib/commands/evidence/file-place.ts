import type { Draft, DraftFiles } from '@/lib/drafts/draft'
import { emptyJourneyDraft } from '@/lib/drafts/draft'

/** To what a file is added: a journey that is not sent yet, or a case that a return code has opened. */
const filePlaces = ['report', 'liaison', 'follow-up'] as const
export type FilePlace = (typeof filePlaces)[number]

/** A place as an address names it. */
export function filePlaceOf(text: string): FilePlace | null {
  return filePlaces.find((place) => place === text) ?? null
}

const none: DraftFiles = { held: [], refused: [] }

/** The files of a place in a draft; null where there is nothing they could be added to. */
export function filesAt(draft: Draft | null | undefined, place: FilePlace): DraftFiles | null {
  const at = place === 'follow-up' ? draft?.followUp : draft?.journeys[place]
  return at === null || at === undefined ? null : (at.files ?? none)
}

/** The draft with other files at a place. */
export function withFilesAt(draft: Draft, place: FilePlace, files: DraftFiles): Draft {
  if (place === 'follow-up') return { ...draft, followUp: draft.followUp && { ...draft.followUp, files } }
  const journey = draft.journeys[place] ?? emptyJourneyDraft()
  return { ...draft, journeys: { ...draft.journeys, [place]: { ...journey, files } } }
}
