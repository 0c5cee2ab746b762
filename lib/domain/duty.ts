import type { Shift } from './officer-facts'

const hour = 3_600_000
/** How long somebody who comes on duty is given for the first contact, in milliseconds, where their duty lasts so long. */
export const toGetInTouch = 2 * hour

export interface Duty {
  /** When the officer is on duty: `now` itself while a shift runs, else the start of the next. */
  readonly from: Date
  /** The end of the shift that runs, the latest where several do. Null while off duty. */
  readonly until: Date | null
}

/** When an officer is next on duty, or null with no shift ahead. A shift runs from its start until just before its end. */
export function nextDuty(shifts: readonly Shift[], now: Date): Duty | null {
  const ahead = shifts.filter(({ startsAt, endsAt }) => endsAt > now && endsAt > startsAt)
  const running = ahead.filter(({ startsAt }) => startsAt <= now)
  if (running.length > 0) return { from: now, until: latest(running.map(({ endsAt }) => endsAt)) }
  return ahead.length > 0 ? { from: earliest(ahead.map(({ startsAt }) => startsAt)), until: null } : null
}

/**
 * The shifts in which somebody can be counted on for something new: those ahead, and one that runs while the time to get in touch, or half
 * of a short shift, is left of it. Whom routing asks and what a reporter is promised both go by these.
 */
export function shiftsToCountOn(shifts: readonly Shift[], now: Date): readonly Shift[] {
  return shifts.filter(({ startsAt, endsAt }) => {
    const needed = Math.min(toGetInTouch, (endsAt.getTime() - startsAt.getTime()) / 2)
    return startsAt > now || endsAt.getTime() - now.getTime() >= needed
  })
}

/** When an officer is next on duty for long enough to be given something new, or null with no such shift ahead. */
export function dutyToCountOn(shifts: readonly Shift[], now: Date): Duty | null {
  return nextDuty(shiftsToCountOn(shifts, now), now)
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())))
}

function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())))
}
