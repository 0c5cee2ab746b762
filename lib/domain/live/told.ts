import { can } from '../policy'
import type { Actor, CaseFacts, PolicyContext } from '../policy'

/** A case that changed, as it is now, with what tells this state of it from others. */
export interface ChangedCase {
  readonly facts: CaseFacts
  /** Not done with: it is in the queue of whoever sees it. */
  readonly inQueue: boolean
  readonly mark: string
}

/** Somebody with pages of the desk open. */
export interface Watching {
  readonly actor: Actor
  /** Ids of the cases they have open, which they saw when they opened them. */
  readonly open: ReadonlySet<string>
  /** Ids of the cases in their queue. */
  readonly known: ReadonlySet<string>
}

/** What somebody is told of a handful of changes. */
export interface Told {
  /** Something in their queue is otherwise; `fresh` of it was not in it before. Null where nothing is. */
  readonly queue: { readonly fresh: number } | null
  /** By its id, the state of each case they have open that changed: `gone` where it is not theirs to see any more. */
  readonly marks: ReadonlyMap<string, string>
  /** What is in their queue from here on. */
  readonly known: ReadonlySet<string>
}

/** What is told of a case somebody has open once they may not know of it. */
export const gone = 'gone'

/**
 * What `watching` is told of cases that changed: of those the policy lets them see, and that one they have open is not theirs any more. Of
 * every other nothing, and nothing of how many there were.
 */
export function toldOf(watching: Watching, changed: readonly ChangedCase[], context: PolicyContext): Told {
  let known = watching.known
  let changes: Set<string> | null = null
  let fresh = 0
  let touched = false
  const marks = new Map<string, string>()
  for (const one of changed) {
    const sees = can(watching.actor, 'see-headline', one.facts, context)
    if (watching.open.has(one.facts.id)) marks.set(one.facts.id, sees ? one.mark : gone)
    const moved = moveOf(known.has(one.facts.id), sees && one.inQueue)
    touched ||= moved !== 'never'
    if (moved === 'in') fresh += 1
    if (moved === 'in' || moved === 'out') {
      changes ??= new Set(watching.known)
      if (moved === 'in') changes.add(one.facts.id)
      else changes.delete(one.facts.id)
      known = changes
    }
  }
  return { queue: touched ? { fresh } : null, marks, known }
}

/** What became of one that was in the queue, or was not, and is in it now, or is not. */
function moveOf(was: boolean, isIn: boolean): 'was' | 'in' | 'out' | 'never' {
  if (was) return isIn ? 'was' : 'out'
  return isIn ? 'in' : 'never'
}
