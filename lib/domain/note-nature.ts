/**
 * What a note is: about the work (the first, and what an old note counts as), something known, what somebody thinks, or what somebody was told.
 * What is known and what is thought have to be told apart (Data Protection Act 2018, section 38).
 */
export const noteNatures = ['work', 'fact', 'opinion', 'heard'] as const
export type NoteNature = (typeof noteNatures)[number]

/** A posted nature; the first where none was said, null for what is none. */
export function readNature(text: string): NoteNature | null {
  if (text === '') return noteNatures[0]
  return noteNatures.find((known) => known === text) ?? null
}

/** What the detail of a note in a history says it is. */
export function natureOf(detail: Readonly<Record<string, unknown>>): NoteNature {
  return noteNatures.find((known) => known === detail.nature) ?? noteNatures[0]
}
