import 'server-only'
import { now } from '@/lib/adapters/clock'
import { sendPassing } from '@/lib/adapters/exchange-client'
import { log } from '@/lib/adapters/log'
import { readPassingAnswer, unanswered } from '@/lib/commands/read-passing-answer'
import type { SettledPassing } from '@/lib/commands/read-passing-answer'
import { settleWaiting, waitingPassings } from '@/lib/commands/waiting-passings'
import type { WaitingPassing } from '@/lib/commands/waiting-passings'
import { env } from '@/lib/config/env'
import { passedCase } from '@/lib/domain/ways-out/exchange'
import { findPartner } from '@/lib/queries/partner-forces'
import { exchangeKey } from '@/lib/sealing/exchange-key'

/** Longer than anybody who sends one waits for its answer, in milliseconds; `settle_passing` has it too. */
const longestWait = 300_000
/** So many in a run: the next one takes the rest. */
const atOnce = 10

/**
 * Sends once more what was on its way to another force when the process that sent it ended: the same sealed text, which is one case there however
 * often it comes. Whatever comes of it is kept, and supervisors are told where it was not taken. Gives how many were taken up.
 */
export async function takeUpPassings(): Promise<number> {
  const before = new Date(now().getTime() - longestWait)
  const taken = new Set<string>()
  // Each is looked up just before it goes: what was erased or sent anew meanwhile goes no more.
  while (taken.size < atOnce) {
    const one = (await waitingPassings(before, taken.size + 1)).find(({ id }) => !taken.has(id))
    if (one === undefined) break
    taken.add(one.id)
    await settleWaiting(one.id, await sentAgain(one))
  }
  if (taken.size > 0) log('warn', { event: 'passings-taken-up', count: taken.size })
  return taken.size
}

/** One that fails in a way nobody thought of holds up no other. */
async function sentAgain({ partner: id, sealed }: WaitingPassing): Promise<SettledPassing> {
  try {
    const own = exchangeKey(env().KEY_DIR)
    const partner = await findPartner({ partner: id })
    if (own === null || partner === null || sealed === null) return unanswered
    const passed = passedCase.parse(JSON.parse(sealed))
    return await readPassingAnswer(passed, partner, await sendPassing(partner.address, passed, own))
  } catch (error) {
    log('error', { event: 'passing-broken', code: error instanceof Error ? error.name : 'unknown' })
    return unanswered
  }
}
