import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import type { LiveEvent } from '@/lib/domain/live/event'

/** A page of the desk that is open and listens. */
export interface Watcher {
  actor: Actor
  /** Of its session, which names it and opens nothing. */
  readonly handle: string
  readonly token: string
  readonly reference: string | null
  caseId: string | null
  known: ReadonlySet<string>
  /** How often in a row it could not be found out who they are. */
  unknown: number
  readonly tell: (event: LiveEvent) => void
  readonly close: () => void
}

/** Of one session at a time, and of one process. */
const mostOfSession = 6
const mostOfAll = 2_000

/** Everybody who listens in this process. Of one session the oldest page gives way to a new one. */
export function createRooms() {
  const all = new Set<Watcher>()
  const leave = (watcher: Watcher) => all.delete(watcher)
  return {
    all,
    leave,
    /** False where no more pages can be listened for. */
    enter: (watcher: Watcher): boolean => {
      const own = [...all].filter(({ handle }) => handle === watcher.handle)
      const [oldest] = own
      if (own.length >= mostOfSession && oldest !== undefined) {
        oldest.tell({ event: 'full' })
        oldest.close()
        leave(oldest)
      }
      if (all.size >= mostOfAll) return false
      all.add(watcher)
      return true
    },
  }
}
