import { randomBytes } from 'node:crypto'
import { networkPart, partKey } from './network-part'

/** Usual, or behind the others of the same urgency. Both are accepted. */
type Lane = 'usual' | 'slow'

export interface LaneSettings {
  /** Sendings an hour from one part of the network; as many may come at once. */
  readonly perHour: number
  /** Sendings a minute altogether from which browsers are given a puzzle; 0 for never. */
  readonly puzzlePerMinute: number
  /** Parts of the network that are remembered at most. */
  readonly mostParts: number
}

export interface Lanes {
  /** Which lane a sending from this address goes to. What is no address is no part's; null is this machine itself. */
  readonly laneOf: (address: string | null) => Lane
  /**
   * Counts one that was accepted: only those, or whoever sends nothing would use up what others have. What is no address counts
   * among all, and this machine itself not at all.
   */
  readonly count: (address: string | null) => void
  /** How many parts of the network are remembered now. */
  readonly remembered: () => number
  /** Whether more is being sent than the threshold. */
  readonly isBusy: () => boolean
}

const hour = 3_600_000
const minute = 60_000
const day = 24 * hour

/** What is left of a part's budget, and when it was counted. */
interface Budget {
  left: number
  at: number
}

/**
 * Counts sendings, in the memory of this process alone. A part of the network is known by a key under a secret of the day;
 * it is forgotten when its budget is full again, within the hour, and everything is when the day's secret is replaced. No
 * address is kept. `clock` gives milliseconds.
 */
export function createLanes({ perHour, puzzlePerMinute, mostParts }: LaneSettings, clock = Date.now): Lanes {
  const budgets = new Map<string, Budget>()
  const recent: number[] = []
  let secret = randomBytes(32)
  let madeAt = clock()

  const renew = (at: number) => {
    if (at - madeAt < day) return
    secret = randomBytes(32)
    madeAt = at
    budgets.clear()
  }
  const budgetOf = (key: string, at: number): Budget => {
    const { left, at: before } = budgets.get(key) ?? { left: perHour, at }
    return { left: Math.min(perHour, left + (Math.max(0, at - before) * perHour) / hour), at }
  }
  /** The least recently counted comes first: the order of the map is the order of counting. */
  const forget = (at: number) => {
    for (const [key, budget] of budgets) {
      if (budgets.size <= mostParts && at - budget.at < hour) return
      budgets.delete(key)
    }
  }
  /** Also when nothing more is sent: the oldest goes when its hour is over. */
  let timer: NodeJS.Timeout | undefined
  const forgetInTime = (at: number) => {
    const [oldest] = budgets.values()
    if (timer !== undefined || oldest === undefined) return
    timer = setTimeout(
      () => {
        timer = undefined
        forget(clock())
        forgetInTime(clock())
      },
      oldest.at + hour - at,
    )
    timer.unref()
  }
  return {
    laneOf: (address) => {
      const at = clock()
      renew(at)
      const part = address === null ? null : networkPart(address)
      if (part === null) return 'usual'
      return budgetOf(partKey(secret, part), at).left >= 1 ? 'usual' : 'slow'
    },
    count: (address) => {
      if (address === null) return
      const at = clock()
      renew(at)
      recent.push(at)
      if (recent.length > puzzlePerMinute) recent.shift()
      const part = networkPart(address)
      if (part === null) return
      const key = partKey(secret, part)
      const { left } = budgetOf(key, at)
      budgets.delete(key)
      budgets.set(key, { left: Math.max(0, left - 1), at })
      forget(at)
      forgetInTime(at)
    },
    remembered: () => budgets.size,
    isBusy: () => {
      const [oldest] = recent
      return (
        puzzlePerMinute > 0 &&
        recent.length >= puzzlePerMinute &&
        oldest !== undefined &&
        clock() - oldest < minute
      )
    },
  }
}
