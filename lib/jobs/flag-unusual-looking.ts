import 'server-only'
import { now } from '@/lib/adapters/clock'
import { raiseFlags } from '@/lib/commands/raise-flags'
import type { RaisedFlag } from '@/lib/commands/raise-flags'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { flagsOf } from '@/lib/domain/looking/flags-of'
import type { StaffDay } from '@/lib/domain/looking/look'
import { startOfDay } from '@/lib/domain/local-day'
import { readFlaggedRows, readLooks } from '@/lib/queries/read-looks'

/** Days that have ended are looked at this often, so that a run that was missed is made up for. */
const daysAgain = 3
/** Thirty days of work lie in so many of the calendar, leave included. */
const calendarDays = 90

/**
 * Looks at what the audit says of the last days that have ended, by the rules of lib/domain/looking, and stores what is unusual once. Gives
 * how many flags are new. The same days give the same flags however often it runs.
 */
export async function flagUnusualLooking(): Promise<number> {
  const { timeZone } = currentForce()
  const today = startOfDay(now(), timeZone)
  const firstDay = dayBefore(today, daysAgain)
  const days = await readLooks(new Date(today.getTime() - calendarDays * 86_400_000), today)
  let raised = 0
  for (const date of [...new Set(days.map((day) => day.date))].filter((day) => day >= firstDay).sort()) {
    // Read anew for each day: the day before may have raised some.
    const flagged = await readFlaggedRows(dayBefore(today, calendarDays))
    const said = new Set(flagged.filter((one) => one.day < date).map(({ seq }) => seq))
    raised += await raiseFlags(
      days.filter((day) => day.date === date).flatMap((day) => flagsOn(day, days, said)),
    )
  }
  return raised
}

function flagsOn(day: StaffDay, days: readonly StaffDay[], said: ReadonlySet<string>): readonly RaisedFlag[] {
  const { actorId, date } = day
  const history = days.filter((other) => other.actorId === actorId && other.date < date)
  return flagsOf(day, history, said).map((flag) => ({ ...flag, actorId, day: date }))
}

function dayBefore(at: Date, count: number): string {
  return localTime(at, currentForce()).toPlainDate().subtract({ days: count }).toString()
}
