import 'server-only'
import type { Said } from '@/lib/domain/live/said'
import { orLog } from './or-log'

/** Changes are gathered for this long, in milliseconds, so that many at once are one look. */
const gathering = 200
/** What could not be told is tried again after this long, in milliseconds. */
const untilAgain = 1_000

/** Ids of cases: those that are otherwise, and those that somebody else has open, or nobody any more. */
type Tell = (changed: readonly string[], here: readonly string[]) => Promise<void>

/**
 * Gathers what is said of cases and hands it to `tell` together, one handful after the other, so that what is older is never told after what
 * is newer. What fails is handed on again with what came meanwhile.
 */
export function gatherSaid(tell: Tell) {
  const changed = new Set<string>()
  const here = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const hand = async () => {
    const [cases, others] = [[...changed], [...here]]
    changed.clear()
    here.clear()
    try {
      await tell(cases, others)
    } catch (error) {
      for (const id of cases) changed.add(id)
      for (const id of others) here.add(id)
      throw error
    }
  }
  const soon = (wait: number) => {
    timer ??= setTimeout(() => void handOn(), wait)
  }
  const handOn = async () => {
    const isTold = await orLog(hand())
    timer = null
    if (changed.size + here.size > 0) soon(isTold ? gathering : untilAgain)
  }
  return {
    add: ({ caseId, what }: Said) => {
      ;(what === 'here' ? here : changed).add(caseId)
      soon(gathering)
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
      changed.clear()
      here.clear()
    },
  }
}
