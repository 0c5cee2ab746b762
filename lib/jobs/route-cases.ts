import 'server-only'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import {
  casesToRoute,
  freeCases,
  heldCases,
  lapseOffers,
  openOffers,
  routingRota,
  storeRouting,
  tellAway,
} from '@/lib/commands/route-cases'
import type { HeldCase, OfferedCase, Routing, WaitingCase } from '@/lib/commands/route-cases'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { whileAlone } from '@/lib/db/hold-lock'
import { startRun } from '@/lib/domain/offers/routing-run'
import type { RoutingRun } from '@/lib/domain/offers/routing-run'

/** What one run did. */
export interface Routed {
  readonly lapsed: number
  readonly freed: number
  readonly offered: number
}

const atOnce = 250
/** A run ends after so many cases; the next goes on where it stopped. */
const mostInRun = 20_000

/** Where the run before stopped; null where it came to the end. */
let goOnAfter: WaitingCase | null = null

/**
 * Ends offers that hold no more, takes cases from whom they do not rest with, and asks somebody for every case that is nobody's. Of several
 * processes one does it at a time; the others give null.
 */
export async function routeCases(): Promise<Routed | null> {
  const routed = await whileAlone(env().DATABASE_URL, 'route-cases', run)
  if (routed !== null && Object.values(routed).some((count) => count > 0))
    log('info', { event: 'cases-routed', count: routed.offered })
  return routed
}

async function run(): Promise<Routed> {
  const one = startRun(await routingRota(), currentForce(), now())
  const asked = await lapse(one)
  const held = await free(one)
  await tellAway([...asked.late, ...held.late])
  return { lapsed: asked.lapsed, freed: held.freed, offered: await offer(one) }
}

/** `late`: cases that stay with somebody who is away until after something is due. */
async function lapse(one: RoutingRun): Promise<{ lapsed: number; late: string[] }> {
  const late: string[] = []
  const found = (await openOffers()).filter((open) => {
    const reason = one.lapse(open)
    if (reason === null && one.waits(open)) late.push(open.id)
    return reason !== null
  })
  return { lapsed: await inParts(await stillToLapse(found), lapseOffers), late }
}

/** Officers are looked at again: whoever was trained or came on duty since the run began may have been asked since, and has what they were asked. */
async function stillToLapse(found: readonly OfferedCase[]) {
  if (found.length === 0) return []
  const one = startRun(await routingRota(), currentForce(), now())
  return found.flatMap((open) => {
    const reason = one.lapse(open)
    return reason === null ? [] : [{ id: open.id, account: open.accountId, reason }]
  })
}

async function free(one: RoutingRun): Promise<{ freed: number; late: string[] }> {
  const late: string[] = []
  const found = (await heldCases(one.settled())).filter((held) => {
    const rest = one.free(held)
    if (rest.late) late.push(held.id)
    return rest.freed !== null
  })
  return { freed: await inParts(await stillToFree(found), freeCases), late }
}

/** Officers are looked at again: whoever was trained or came on duty since the run began may have been given a case since, which stays theirs. */
async function stillToFree(found: readonly HeldCase[]) {
  if (found.length === 0) return []
  const one = startRun(await routingRota(), currentForce(), now())
  return found.flatMap((held) => {
    const { freed } = one.free(held)
    return freed === null
      ? []
      : [{ id: held.id, version: held.version, account: held.accountId, reason: freed }]
  })
}

async function offer(one: RoutingRun): Promise<number> {
  let offered = 0
  let after = goOnAfter
  for (let seen = 0; seen < mostInRun; seen += atOnce) {
    const cases = await casesToRoute(after, atOnce)
    offered += await storeRouting(cases.flatMap((found) => routingOf(one, found)))
    after = cases.at(-1) ?? null
    if (cases.length < atOnce) after = null
    if (after === null) break
  }
  goOnAfter = after
  return offered
}

/** What to keep of a case: nothing where nobody is there to ask, and that is what is kept of it already. */
function routingOf(one: RoutingRun, found: WaitingCase): readonly Routing[] {
  const { officer, record } = one.choose(found)
  if (officer === null && found.saidRule === record.rule) return []
  const { accountId: account = null, id = null } = officer ?? {}
  return [{ id: found.id, account, officer: id, decision: record }]
}

async function inParts<T>(
  rows: readonly T[],
  store: (some: readonly T[]) => Promise<number>,
): Promise<number> {
  let done = 0
  for (let from = 0; from < rows.length; from += atOnce) done += await store(rows.slice(from, from + atOnce))
  return done
}
