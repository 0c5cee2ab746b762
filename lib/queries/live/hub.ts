import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/adapters/log'
import { findSession } from '@/lib/auth/session'
import { env } from '@/lib/config/env'
import { listen } from '@/lib/db/listen'
import { readSaid } from '@/lib/domain/live/said'
import { gone, toldOf } from '@/lib/domain/live/told'
import type { ChangedCase } from '@/lib/domain/live/told'
import type { LiveEvent } from '@/lib/domain/live/event'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import { policyContext } from '../policy-context'
import { liveCases } from './live-cases'
import { ownLive } from './own-live'
import { createRooms } from './rooms'
import type { Watcher } from './rooms'

/** Changes are gathered for this long, in milliseconds, so that many at once are one look. */
const gathering = 200
/** How often it is asked again who somebody is and what they see, in milliseconds. */
const again = 60_000
/** How often in a row it may fail to be found out who somebody is. */
const mostUnknown = 2
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
  const changed = new Set<string>()
  const here = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  /** Those who were told how things are. */
  const greeted = new Set<Watcher>()
  let listens: () => void = () => undefined
  const listening = new Promise<void>((resolve) => {
    listens = resolve
  })

  const flush = async () => {
    timer = null
    const [cases, others] = [[...changed], [...here]]
    changed.clear()
    here.clear()
    if (rooms.all.size > 0) await tellAll(rooms.all, cases, others)
  }
  const greetAll = async () => {
    for (const watcher of [...greeted]) if (greeted.has(watcher)) await orLog(greet(watcher, new Date(0)))
  }
  const said = (text: string | null) => {
    if (text === null) {
      listens()
      // What was said meanwhile was missed: once a connection was lost, everybody is told as if all had changed.
      void greetAll()
      return
    }
    const one = readSaid(text)
    if (one === null) return
    ;(one.what === 'here' ? here : changed).add(one.caseId)
    timer ??= setTimeout(() => void orLog(flush()), gathering)
  }
  const connection = listen(env().DATABASE_URL, 'alongside_live', said)
  let round: Promise<void> | null = null
  const looking = setInterval(() => {
    round ??= lookAgain(rooms.all).finally(() => {
      round = null
    })
  }, again)
  looking.unref()
  const end = async () => {
    for (const signal of signals) process.off(signal, onSignal)
    clearInterval(looking)
    if (timer !== null) clearTimeout(timer)
    for (const watcher of rooms.all) watcher.close()
    rooms.all.clear()
    greeted.clear()
    await connection.stop()
  }
  // An answer that never ends would keep the process until it is cut.
  const onSignal = () => void end()
  for (const signal of signals) process.once(signal, onSignal)
  return {
    watch: async (actor: Actor, page: Page): Promise<(() => void) | null> => {
      const watcher: Watcher = { ...page, actor, caseId: null, known: new Set(), unknown: 0 }
      if (!rooms.enter(watcher)) return null
      // What changes after this look is heard; where the connection takes too long, everybody is told once it is there.
      await Promise.race([listening, pause(patience, undefined, { ref: false })])
      try {
        await greet(watcher, page.since)
      } catch (error) {
        rooms.leave(watcher)
        throw error
      }
      greeted.add(watcher)
      return () => {
        greeted.delete(watcher)
        rooms.leave(watcher)
      }
    },
    end,
  }
}

/** Tells a page how things are, since it may have been made before they were. */
async function greet(watcher: Watcher, since: Date | null): Promise<void> {
  const { known, open, newer } = await ownLive(watcher.actor, watcher.reference, since)
  watcher.known = known
  watcher.caseId = open?.caseId ?? null
  if (open !== null) watcher.tell({ event: 'case', mark: open.mark })
  if (open !== null) watcher.tell({ event: 'here' })
  if (newer) watcher.tell({ event: 'queue', fresh: 0 })
}

async function tellAll(
  watchers: ReadonlySet<Watcher>,
  changed: readonly string[],
  here: readonly string[],
): Promise<void> {
  const cases = changed.length === 0 ? [] : await liveCases(changed)
  const context = policyContext()
  for (const watcher of watchers) {
    if (cases.length > 0) tellOf(watcher, cases, context)
    // Names are asked for by the page, under the policy: this says only that it is worth asking.
    if (watcher.caseId !== null && here.includes(watcher.caseId)) watcher.tell({ event: 'here' })
  }
}

function tellOf(watcher: Watcher, cases: readonly ChangedCase[], context: PolicyContext): void {
  const { queue, mark, known } = toldOf(watcher, cases, context)
  watcher.known = known
  if (queue !== null) watcher.tell({ event: 'queue', ...queue })
  if (mark !== null) watcher.tell({ event: 'case', mark })
}

/**
 * Looks again at who everybody is, one after the other, so that pages that are loaded meanwhile do not wait for it. Whoever cannot be looked up
 * twice listens no more: they ask again themselves, and are looked up then.
 */
async function lookAgain(watchers: ReadonlySet<Watcher>): Promise<void> {
  for (const watcher of [...watchers]) {
    watcher.unknown += 1
    if (watchers.has(watcher)) await orLog(authorise(watcher))
    if (watcher.unknown >= mostUnknown) watcher.close()
  }
}

/** Who somebody is now, and what they see: nothing once their session is over. Asking is no use of it. */
async function authorise(watcher: Watcher): Promise<void> {
  const session = await findSession(watcher.token, false)
  if (session === null) {
    watcher.tell({ event: 'ended' })
    watcher.close()
    return
  }
  watcher.actor = session.actor
  const { known, open } = await ownLive(session.actor, watcher.reference, null)
  watcher.known = known
  if (watcher.caseId !== null && open === null) watcher.tell({ event: 'case', mark: gone })
  watcher.caseId = open?.caseId ?? null
  watcher.unknown = 0
}

/** What fails is tried again with the next change, and ends nothing else. */
async function orLog(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    log('error', { event: 'live-failed', code: error instanceof Error ? error.name : 'unknown' })
  }
}
