import { Temporal } from 'temporal-polyfill'

const monday = 1
const saturday = 6

/** Easter Sunday in the Gregorian calendar (the anonymous computus of 1876). */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: (7 + monday - first.dayOfWeek) % 7 })
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: last.dayOfWeek - monday })
}

/** Holidays on a weekend move to the next weekday that is not a holiday already. */
function substitutes(dates: readonly Temporal.PlainDate[]): string[] {
  const taken: string[] = []
  for (const date of dates) {
    let day = date
    while (day.dayOfWeek >= saturday || taken.includes(day.toString())) day = day.add({ days: 1 })
    taken.push(day.toString())
  }
  return taken
}

const years = new Map<number, ReadonlySet<string>>()

/**
 * The bank holidays of England and Wales in a year, as ISO dates, substitute days included (Banking and Financial
 * Dealings Act 1971; New Year's Day and the early May holiday by proclamation). One-off holidays are not foreseen.
 */
export function bankHolidays(year: number): ReadonlySet<string> {
  const known = years.get(year)
  if (known !== undefined) return known
  const sunday = easter(year)
  const days = new Set([
    ...substitutes([Temporal.PlainDate.from({ year, month: 1, day: 1 })]),
    sunday.subtract({ days: 2 }).toString(),
    sunday.add({ days: 1 }).toString(),
    firstMonday(year, 5).toString(),
    lastMonday(year, 5).toString(),
    lastMonday(year, 8).toString(),
    ...substitutes([25, 26].map((day) => Temporal.PlainDate.from({ year, month: 12, day }))),
  ])
  years.set(year, days)
  return days
}
