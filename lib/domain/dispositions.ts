import type { Disposition, Force } from './force'

/** The dispositions that may be chosen on a day (ISO date in the force's time zone), in the force's order. */
export function dispositionsOn(day: string, force: Pick<Force, 'dispositions'>): Disposition[] {
  return force.dispositions.filter(
    ({ from, until }) => (from === undefined || from <= day) && (until === undefined || day <= until),
  )
}
