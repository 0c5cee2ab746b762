import 'server-only'
import { now } from '@/lib/adapters/clock'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import { noteDelivery, outboundToFollow } from '@/lib/commands/outbound-rows'
import type { SentLetter } from '@/lib/commands/outbound-rows'

/** So many are asked of at once, and so many in a run. */
const atOnce = 10
const mostInRun = 200
/** How long a run goes on, in milliseconds. */
const longestRun = 30_000
/** A provider that gives so many no answer is not asked on: the rest is for the next run. */
const enough = 3

/**
 * Asks providers what became of what they took. Apart from what sends, and with an end: a provider that is slow to tell holds up nothing that is to
 * go out.
 */
export async function followOutbound(): Promise<void> {
  const until = performance.now() + longestRun
  const letters = await outboundToFollow(now(), mostInRun)
  let silent = 0
  for (
    let first = 0;
    first < letters.length && silent < enough && performance.now() < until;
    first += atOnce
  ) {
    const known = await Promise.all(letters.slice(first, first + atOnce).map(followOne))
    silent += known.filter((one) => one === null).length
  }
}

/** What is known of a letter now; null where there was no answer. */
async function followOne({ id, way, ref, sentAt }: SentLetter) {
  const known = await askOf(way, ref)
  const at = now()
  // Asked of less and less often.
  const nextAt = new Date(at.getTime() + Math.max(60_000, at.getTime() - sentAt.getTime()))
  if (known === 'delivered') await noteDelivery(id, { state: 'delivered', reason: null, nextAt }, at)
  else if (known === null || known === 'on-its-way')
    await noteDelivery(id, { state: null, reason: null, nextAt }, at)
  else await noteDelivery(id, { state: 'failed', reason: known.failed, nextAt }, at)
  return known
}

async function askOf(way: SentLetter['way'], ref: string) {
  const follow = gatewayFor(way)?.follow
  if (!follow) return 'on-its-way'
  try {
    return await follow(ref)
  } catch {
    return null
  }
}
