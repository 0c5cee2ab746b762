/** A text or an e-mail that was written to the person. Its words are kept with the line of the history that says so. */
export interface WrittenLetter {
  readonly id: string
  readonly at: Date
  readonly way: 'text' | 'email'
  readonly text: string
}

/** What is looked at of a line of a history. */
interface Line {
  readonly id: string
  readonly at: Date
  readonly type: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly note: string | null
}

/** Takes out of a history what was written to the person: that is theirs, and no note of staff. The line that it was written stays. */
export function partLetters<Event extends Line>(
  events: readonly Event[],
): {
  readonly letters: readonly WrittenLetter[]
  readonly events: readonly Event[]
} {
  return {
    letters: events.flatMap(({ id, at, type, detail, note }) =>
      type !== 'letter-written' || note === null
        ? []
        : [{ id, at, way: detail.way === 'email' ? 'email' : 'text', text: note }],
    ),
    events: events.map((event) => (event.type === 'letter-written' ? { ...event, note: null } : event)),
  }
}
