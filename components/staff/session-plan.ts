/** What is left of a session, in milliseconds. */
export interface Left {
  readonly idle: number
  readonly whole: number
}

/** How long before the end it is said, in milliseconds. */
export const warning = 2 * 60_000

export type SessionState = 'live' | 'idle' | 'whole' | 'ended' | 'stayed'

/** What to say now, and in how many milliseconds to look again. Null: there is nothing more to look for. */
export interface Plan {
  readonly state: Exclude<SessionState, 'stayed'>
  readonly again: number | null
}

/** A look that comes a moment after the end finds it ended. */
const moment = 1_000

/** What a page does when it learns what is left of its session; `null` is a session that is over. */
export function planFor(left: Left | null): Plan {
  if (left === null) return { state: 'ended', again: null }
  const first = Math.min(left.idle, left.whole)
  if (first > warning) return { state: 'live', again: first - warning }
  const state = left.whole <= left.idle ? 'whole' : 'idle'
  return { state, again: Math.max(0, first) + moment }
}
