import 'server-only'
import { markRetention, retentionCases } from '@/lib/commands/mark-retention'
import type { RetainedCase, RetentionMark } from '@/lib/commands/mark-retention'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { retentionOf, retentionState } from '@/lib/domain/retention'

const atOnce = 500

/**
 * Goes through all closed cases and notes on each when its period ends, from the day on which that is told. Gives how many are told of for the
 * first time. Those under a hold are left as they are. Nothing is destroyed: people decide. The same day gives the same, however often it
 * runs, and what was missed is made up for by the next run.
 */
export async function reviewRetention(): Promise<number> {
  let warned = 0
  let after: string | null = null
  for (;;) {
    const cases: readonly RetainedCase[] = await retentionCases(after, atOnce)
    warned += await markRetention(cases.flatMap((one) => markOf(one) ?? []))
    after = cases.at(-1)?.id ?? null
    if (cases.length < atOnce || after === null) return warned
  }
}

/** What is to be noted; null where nothing is new. A day that was told is not taken back because a clock was set back. */
function markOf(seen: RetainedCase): RetentionMark | null {
  const retention = seen.held ? null : retentionOf(seen, currentForce())
  if (retention === null) return null
  const { ruleId, dueOn } = retention
  const isTold = retentionState(retention, today()) !== 'kept' || seen.dueOn === dueOn
  const noted = isTold ? dueOn : null
  return noted === seen.dueOn ? null : { seen, dueOn: noted, ruleId }
}
