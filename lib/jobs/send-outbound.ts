import 'server-only'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import type { Gateway } from '@/lib/adapters/outbound/gateway'
import { claimOutbound, noteOutbound } from '@/lib/commands/outbound-rows'
import type { Became, ClaimedLetter } from '@/lib/commands/outbound-rows'
import { currentForce } from '@/lib/config/current-force'
import { mayUse, nextUse } from '@/lib/domain/contact/may-use'
import { hasTimesToRead } from '@/lib/domain/contact/send-hours'
import { nextTry } from '@/lib/domain/outbound/letter'
import { openOutbound } from '@/lib/queries/open-outbound'

/** So many are at the mail server at once: one that is slow holds up no more. */
const atOnce = 10
/** How long a run goes on, in milliseconds: it ends before it is given up, and the next one sends the rest. */
const longestRun = 240_000

/**
 * Sends what is due to go out. What cannot be sent now is tried again later; what cannot be sent at all is told on its case. One that fails in a
 * way nobody thought of holds up no other. Gives how many were taken.
 */
export async function sendOutbound(): Promise<number> {
  const until = performance.now() + longestRun
  let [sent, broken] = [0, 0]
  while (performance.now() < until) {
    const letters = await claimOutbound(now(), atOnce)
    const tries = await Promise.allSettled(letters.map(sendOne))
    sent += tries.filter((one) => one.status === 'fulfilled' && one.value).length
    broken += tries.filter((one) => one.status === 'rejected').length
    if (letters.length < atOnce) break
  }
  if (sent > 0) log('info', { event: 'outbound-sent', count: sent })
  if (broken > 0) log('error', { event: 'outbound-broken', count: broken })
  return sent
}

async function sendOne(letter: ClaimedLetter): Promise<boolean> {
  const became = await trySend(letter)
  await noteOutbound(letter, became, now())
  if (became.state === 'failed') log('warn', { event: 'outbound-failed', code: became.reason })
  return became.state === 'sent'
}

async function trySend(claimed: ClaimedLetter): Promise<Became> {
  if (claimed.stop === 'unreadable') return { state: 'failed', reason: claimed.stop }
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
    if ('refused' in allowed)
      return hasTimesToRead(plan)
        ? // Somebody read what they wrote of times for that hour, and for no other.
          { state: 'stopped', reason: allowed.refused }
        : { state: 'waiting', reason: 'outside-hours', nextAt: next }
  }
  const gateway = gatewayFor(claimed.way)
  if (gateway === null) return { state: 'failed', reason: 'no-gateway' }
  return handOver(claimed, gateway, { ...words, id: claimed.id, way: claimed.way, toReporter: plan !== null })
}

async function handOver(
  { tries, purpose, again }: ClaimedLetter,
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
    const nextAt = nextTry(tries, purpose, now())
    return nextAt === null
      ? { state: 'failed', reason: 'unreachable' }
      : { state: 'waiting', reason: 'unreachable', nextAt }
  }
}
