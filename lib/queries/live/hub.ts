import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from '@/lib/config/env'
import { listen } from '@/lib/db/listen'
import { readSaid } from '@/lib/domain/live/said'
import { toldOf } from '@/lib/domain/live/told'
import type { ChangedCase } from '@/lib/domain/live/told'
import type { LiveEvent } from '@/lib/domain/live/event'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import { policyContext } from '../policy-context'
import { gatherSaid } from './gather-said'
import { liveCases } from './live-cases'
import { again, closeUnsure, lookAgain, lookAtQueue } from './look-again'
import { orLog } from './or-log'
import { pageNews } from './own-live'
import { closePages, createRooms } from './rooms'
import type { Viewer, Watcher } from './rooms'

/** How long a page waits for the connection, in milliseconds. */
const patience = 2_000
const signals = ['SIGINT', 'SIGTERM'] as const

/** A page that begins to listen, and how it is spoken to. */
export interface Page {
  /** Of its session: the cookie's token and its name. */
  readonly token: string
  readonly handle: string
  /** The case it shows; null for the queue. */
  readonly reference: string | null
  /** When it was made. */
  readonly since: Date | null
  readonly tell: (event: LiveEvent) => void
  readonly close: () => void
}

type Hub = ReturnType<typeof createHub>

// Kept on the global object because the development server loads this module anew on every change.
const held = globalThis as { alongsideLive?: Hub }

/**
 * Tells a page of the desk what changes of what `actor` may see, until what it gives is called. One connection listens for all pages of
 * this process. Null where there are too many of them.
 */
export async function watchLive(actor: Actor, page: Page): Promise<(() => void) | null> {
  held.alongsideLive ??= createHub()
  return held.alongsideLive.watch(actor, page)
}

/** Ends every page's listening and the connection, when the process ends. */
export async function endLive(): Promise<void> {
  await held.alongsideLive?.end()
  delete held.alongsideLive
}

function createHub() {
  const rooms = createRooms()
  const gathered = gatherSaid((changed, here) => tellAll(rooms.all, changed, here))
  let listens: () => void = () => undefined
  const listening = new Promise<void>((resolve) => {
    listens = resolve
  })

  const greetAll = async () => {
    for (const viewer of rooms.all()) await orLog(greetAgain(viewer))
  }
  const said = (text: string | null) => {
    if (text === null) {
      listens()
      // What was said meanwhile was missed: once a connection was lost, everybody is told as if all had changed.
      void greetAll()
      return
    }
    const one = readSaid(text)
    if (one !== null) gathered.add(one)
  }
  const connection = listen(env().DATABASE_URL, 'alongside_live', said)
  const looking = keepLooking(rooms)
  const end = async () => {
    for (const signal of signals) process.off(signal, onSignal)
    clearInterval(looking)
    gathered.stop()
    for (const viewer of rooms.all()) {
      closePages(viewer)
      for (const page of [...viewer.pages]) rooms.leave(page)
    }
    await connection.stop()
  }
  // An answer that never ends would keep the process until it is cut.
  const onSignal = () => void end()
  for (const signal of signals) process.once(signal, onSignal)
  return {
    watch: watchIn(rooms, listening),
    end,
  }
}

type Rooms = ReturnType<typeof createRooms>

/** Looks again and again whether those who listen still may, one round at a time. */
function keepLooking(rooms: Rooms): NodeJS.Timeout {
  let round: Promise<void> | null = null
  const looking = setInterval(() => {
    closeUnsure(rooms.all(), performance.now())
    round ??= lookAgain(rooms.all).finally(() => {
      round = null
    })
  }, again)
  looking.unref()
  return looking
}

function watchIn(rooms: Rooms, listening: Promise<void>) {
  return async (actor: Actor, page: Page): Promise<(() => void) | null> => {
    const watcher = rooms.enter(actor, page)
    if (watcher === null) return null
    // What changes after this look is heard; where the connection takes too long, everybody is told once it is there.
    await Promise.race([listening, pause(patience, undefined, { ref: false })])
    try {
      await greet(watcher, page.since)
    } catch (error) {
      rooms.leave(watcher)
      throw error
    }
    return () => {
      rooms.leave(watcher)
    }
  }
}

/** Tells a page how things are, since it may have been made before they were. */
async function greet(watcher: Watcher, since: Date | null): Promise<void> {
  await queueOf(watcher.viewer)
  const { open, newer } = await pageNews(watcher.viewer.actor, watcher.reference, since)
  watcher.caseId = open?.caseId ?? null
  watcher.greeted = true
  if (open !== null) watcher.tell({ event: 'case', mark: open.mark })
  if (open !== null) watcher.tell({ event: 'here' })
  if (newer) watcher.tell({ event: 'queue', fresh: 0 })
}

/** Looks at somebody's queue once for all of their pages; again where that failed. */
async function queueOf(viewer: Viewer): Promise<void> {
  viewer.looked ??= lookAtQueue(viewer)
  try {
    await viewer.looked
  } catch (error) {
    viewer.looked = null
    throw error
  }
}

/** Tells pages that were told how things are so once more, since what was said meanwhile was missed. */
async function greetAgain(viewer: Viewer): Promise<void> {
  const greeted = [...viewer.pages].filter((page) => page.greeted)
  if (greeted.length === 0) return
  viewer.looked = null
  for (const page of greeted) if (viewer.pages.has(page)) await greet(page, new Date(0))
}

async function tellAll(
  viewers: () => readonly Viewer[],
  changed: readonly string[],
  here: readonly string[],
): Promise<void> {
  if (viewers().length === 0) return
  const cases = changed.length === 0 ? [] : await liveCases(changed)
  const context = policyContext()
  for (const viewer of viewers()) {
    if (cases.length > 0) tellOf(viewer, cases, context)
    // Names are asked for by the page, under the policy: this says only that it is worth asking.
    for (const { caseId, tell } of viewer.pages)
      if (caseId !== null && here.includes(caseId)) tell({ event: 'here' })
  }
}

function tellOf(viewer: Viewer, cases: readonly ChangedCase[], context: PolicyContext): void {
  const open = new Set([...viewer.pages].flatMap(({ caseId }) => caseId ?? []))
  const { queue, marks, known } = toldOf({ actor: viewer.actor, known: viewer.known, open }, cases, context)
  viewer.known = known
  for (const { caseId, tell } of viewer.pages) {
    const mark = caseId === null ? undefined : marks.get(caseId)
    if (queue !== null) tell({ event: 'queue', ...queue })
    if (mark !== undefined) tell({ event: 'case', mark })
  }
}
