import { Temporal } from 'temporal-polyfill'
import { instantOf } from './calendar'
import { parseReference } from './reference'
import { roles } from './words'
import type { Role } from './words'

/** What to leave out: looks before or after, and those in other roles. */
export interface LookFilter {
  readonly from: Date | null
  /** The looks before this. */
  readonly until: Date | null
  readonly role: Role | null
}

/** Whose looks at which case somebody asks for: as it was typed, and as it is understood. */
export interface LookQuery {
  /** As typed: a reference, days as `YYYY-MM-DD`, a role. */
  readonly typed: {
    readonly find: string
    readonly from: string
    readonly until: string
    readonly role: string
  }
  /** Null when what was typed is no reference. */
  readonly reference: string | null
  readonly filter: LookFilter
}

const longest = 60

/**
 * Reads what was asked for from an address or a form. Both days count, by the clock of the force; what is no day and no role leaves
 * nothing out.
 */
export function readLookQuery(
  field: (name: string) => string,
  force: { readonly timeZone: string },
): LookQuery {
  const typed = {
    ...{ find: cut(field('find')), from: cut(field('from')), until: cut(field('until')) },
    role: cut(field('role')),
  }
  const from = dayOf(typed.from)
  const until = dayOf(typed.until)
  return {
    typed,
    reference: parseReference(typed.find),
    filter: {
      from: from === null ? null : instantOf(from, '00:00', force),
      until: until === null ? null : instantOf(until.add({ days: 1 }), '00:00', force),
      role: roles.find((role) => role === typed.role) ?? null,
    },
  }
}

function cut(text: string): string {
  return text
    .replace(/\p{Cc}/gu, '')
    .slice(0, longest)
    .toWellFormed()
    .trim()
}

function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
