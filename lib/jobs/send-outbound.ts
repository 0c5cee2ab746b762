import 'server-only'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import type { Gateway } from '@/lib/adapters/outbound/gateway'
import { claimOutbound, noteDelivery, noteOutbound, outboundToFollow } from '@/lib/commands/outbound-rows'
import type { Became, ClaimedLetter, SentLetter } from '@/lib/commands/outbound-rows'
import { currentForce } from '@/lib/config/current-force'
import { mayUse, nextUse } from '@/lib/domain/contact/may-use'
import { nextTry } from '@/lib/domain/outbound/letter'
import { openOutbound } from '@/lib/queries/open-outbound'

/** So many are at the mail server at once: one that is slow holds up no more. */
const atOnce = 10
const mostInRun = 5_000

/**
 * Sends what is due to go out, and asks providers what became of what they took. What cannot be sent now is tried again later; what cannot be sent
 * at all is told on its case. Gives how many were taken.
 */
export async function sendOutbound(): Promise<number> {
  let sent = 0
  for (let seen = 0; seen < mostInRun; seen += atOnce) {
    const letters = await claimOutbound(now(), atOnce)
    sent += (await Promise.all(letters.map(sendOne))).filter(Boolean).length
    if (letters.length < atOnce) break
  }
  await followAll()
  if (sent > 0) log('info', { event: 'outbound-sent', count: sent })
  return sent
}

async function sendOne(letter: ClaimedLetter): Promise<boolean> {
  const became = await trySend(letter)
  await noteOutbound(letter, became, now())
  if (became.state === 'failed') log('warn', { event: 'outbound-failed', code: became.reason })
  return became.state === 'sent'
}

async function trySend(claimed: ClaimedLetter): Promise<Became> {
  if (claimed.stop !== null) return { state: 'stopped', reason: claimed.stop }
  const held = await openOutbound(claimed)
  if (held === null) return { state: 'failed', reason: 'unreadable' }
  const { plan, ...words } = held
  if (plan !== null) {
    // Once more, at the moment itself: whatever was true when it was written.
    const allowed = mayUse(plan, claimed.way, now(), currentForce())
    const next = nextUse(plan, claimed.way, now(), currentForce())
    if (next === null)
      return { state: 'stopped', reason: 'refused' in allowed ? allowed.refused : 'way-not-safe' }
    if ('refused' in allowed) return { state: 'waiting', reason: 'outside-hours', nextAt: next }
  }
  const gateway = gatewayFor(claimed.way)
  if (gateway === null) return { state: 'failed', reason: 'no-gateway' }
  return handOver(claimed, gateway, { ...words, id: claimed.id, way: claimed.way, toReporter: plan !== null })
}

async function handOver(
  { tries, again }: ClaimedLetter,
  gateway: Gateway,
  letter: Parameters<Gateway['send']>[0],
): Promise<Became> {
  try {
    const handed = await gateway.send(letter, again)
    return 'refused' in handed
      ? { state: 'failed', reason: handed.refused }
      : { state: 'sent', ref: handed.ref }
  } catch {
    // What a server says of it may hold an address.
    const nextAt = nextTry(tries, now())
    return nextAt === null
      ? { state: 'failed', reason: 'unreachable' }
      : { state: 'waiting', reason: 'unreachable', nextAt }
  }
}

async function followAll(): Promise<void> {
  const letters = await outboundToFollow(now(), 200)
  for (const letter of letters) await followOne(letter)
}

async function followOne({ id, way, ref, sentAt }: SentLetter): Promise<void> {
  const known = await askOf(way, ref)
  const at = now()
  // Asked of less and less often.
  const nextAt = new Date(at.getTime() + Math.max(60_000, at.getTime() - sentAt.getTime()))
  if (known === 'delivered') return noteDelivery(id, { state: 'delivered', reason: null, nextAt }, at)
  if (typeof known === 'object')
    return noteDelivery(id, { state: 'failed', reason: known.failed, nextAt }, at)
  return noteDelivery(id, { state: null, reason: null, nextAt }, at)
}

async function askOf(way: SentLetter['way'], ref: string) {
  try {
    return (await gatewayFor(way)?.follow?.(ref)) ?? 'on-its-way'
  } catch {
    return 'on-its-way'
  }
}
