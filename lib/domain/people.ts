/** What somebody is in a case. `subject`: the person complained of. */
export const personRoles = ['victim', 'witness', 'complainant', 'subject'] as const
export type PersonRole = (typeof personRoles)[number]

/** Somebody in a case, by the event that named them. */
export interface PersonInCase {
  readonly id: string
  readonly role: PersonRole
  /** Null where it does not open. */
  readonly name: string | null
}

/** What of a history says who is in the case. */
interface Entry {
  readonly id: string
  readonly type: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly boxId: string | null
}

/** A posted role; null for what is none. */
export function readPersonRole(text: unknown): PersonRole | null {
  return personRoles.find((known) => known === text) ?? null
}

/**
 * Who is in a case, in the order of the roles and of when they were named: out of its history, the newest first, and of its opened words. What was said of
 * somebody last holds.
 */
export function peopleOf(
  history: readonly Entry[],
  words: ReadonlyMap<string, string>,
): readonly PersonInCase[] {
  const people = new Map<string, PersonInCase>()
  for (const { id, type, detail, boxId } of history.toReversed()) {
    const role = readPersonRole(detail.role)
    const known = people.get(String(detail.person))
    if (type === 'person-named' && role !== null)
      people.set(id, { id, role, name: boxId === null ? null : (words.get(boxId) ?? null) })
    else if (type === 'person-changed' && role !== null && known !== undefined)
      people.set(known.id, { ...known, role })
    else if (type === 'person-removed' && known !== undefined) people.delete(known.id)
  }
  return personRoles.flatMap((role) => [...people.values()].filter((one) => one.role === role))
}
