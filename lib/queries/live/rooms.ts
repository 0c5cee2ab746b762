import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@/lib/domain/policy'
import type { LiveEvent } from '@/lib/domain/live/event'

/** A session of the desk, of which at least one page listens. All of its pages share what is looked up for it. */
export interface Viewer {
  /** Of the session, which names it and opens nothing. */
  readonly handle: string
  /** What its newest page came with: a session is given a new one with each proof of who somebody is. */
  token: string
  actor: Actor
  known: ReadonlySet<string>
  /** What is in their queue was looked up, or is being; null where that is still to be done. */
  looked: Promise<void> | null
  /** When it was last found out that the session lives, in milliseconds of the process's own clock. */
  sureAt: number
  readonly pages: Set<Watcher>
}

/** A page of the desk that is open and listens. */
export interface Watcher {
  readonly viewer: Viewer
  readonly reference: string | null
  caseId: string | null
  /** It was told how things are. */
  greeted: boolean
  readonly tell: (event: LiveEvent) => void
  readonly close: () => void
}

/** Whose page it is, and how it is spoken to. */
export type Entering = Pick<Viewer, 'handle' | 'token'> & Pick<Watcher, 'reference' | 'tell' | 'close'>

/** Of one session at a time, and of one process. */
const mostOfSession = 6
const mostOfAll = 2_000

/** Everybody who listens in this process. Of one session the oldest page gives way to a new one. */
export function createRooms(most = mostOfAll) {
  const viewers = new Map<string, Viewer>()
  let pages = 0
  const leave = (watcher: Watcher) => {
    const { viewer } = watcher
    if (!viewer.pages.delete(watcher)) return
    pages -= 1
    if (viewer.pages.size === 0) viewers.delete(viewer.handle)
  }
  const giveWay = ({ pages: own }: Viewer) => {
    const [oldest] = own
    if (own.size < mostOfSession || oldest === undefined) return
    oldest.tell({ event: 'full' })
    oldest.close()
    leave(oldest)
  }
  return {
    all: (): readonly Viewer[] => [...viewers.values()],
    leave,
    /** Null where no more pages can be listened for. */
    enter: (actor: Actor, { handle, token, ...page }: Entering): Watcher | null => {
      const known = viewers.get(handle)
      if (known !== undefined) giveWay(known)
      if (pages >= most) return null
      const viewer = viewers.get(handle) ?? newViewer(actor, handle, token)
      viewers.set(handle, viewer)
      // Who they are was looked up just now. Where that is otherwise, so is what they see.
      if (!isDeepStrictEqual(viewer.actor, actor)) viewer.looked = null
      Object.assign(viewer, { actor, token, sureAt: performance.now() })
      const watcher = { ...page, viewer, caseId: null, greeted: false }
      viewer.pages.add(watcher)
      pages += 1
      return watcher
    },
  }
}

/** Ends every page of a session. */
export function closePages({ pages }: Viewer): void {
  for (const { close } of [...pages]) close()
}

function newViewer(actor: Actor, handle: string, token: string): Viewer {
  const sureAt = performance.now()
  return { handle, token, actor, known: new Set(), looked: null, sureAt, pages: new Set() }
}
