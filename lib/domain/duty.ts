import type { Shift } from './officer-facts'

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

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())))
}

function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())))
}
