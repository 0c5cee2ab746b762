/** One day of a calendar. */
export interface CalendarDay {
  /** `2026-04-01`. */
  readonly day: string
  /** Which of the bands, from 0; null where it is not shown. */
  readonly band: number | null
  /** Where the cases of the day are. */
  readonly href?: string | undefined
}

/** One month: where its days stand, the week beginning on Monday. */
export interface CalendarMonth {
  readonly key: string
  readonly label: string
  readonly rows: number
  readonly days: readonly { readonly day: CalendarDay; readonly row: number; readonly column: number }[]
}

/** Monday to Sunday; a place is empty where the week has begun before the first day or ends after the last. */
interface CalendarWeek {
  readonly key: string
  readonly label: string
  readonly days: readonly (CalendarDay | undefined)[]
}

interface Calendar {
  readonly months: readonly CalendarMonth[]
  readonly weeks: readonly CalendarWeek[]
  readonly weekdays: readonly { readonly short: string; readonly narrow: string }[]
}

const oneDay = 86_400_000
const weekLength = [0, 1, 2, 3, 4, 5, 6] as const
/** A Monday. */
const someMonday = Date.UTC(2024, 0, 1)

/** Days as months and as weeks, named in a language. */
export function calendarOf(days: readonly CalendarDay[], language: string): Calendar {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    return (time: number) => made.format(time)
  }
  const saidMonth = format({ month: 'long', year: 'numeric' })
  const saidDay = format({ day: 'numeric', month: 'short', year: '2-digit' })
  const [short, narrow] = [format({ weekday: 'short' }), format({ weekday: 'narrow' })]
  const known = new Map(days.map((day) => [day.day, day]))
  const mondays = [...new Set(days.map(({ day }) => mondayOf(Date.parse(day))))]
  const byMonth = Map.groupBy(days, ({ day }) => day.slice(0, 7))
  return {
    weekdays: weekLength.map((index) => {
      const time = someMonday + index * oneDay
      return { short: short(time), narrow: narrow(time) }
    }),
    weeks: mondays.map((monday) => ({
      key: isoDay(monday),
      label: saidDay(monday),
      days: weekLength.map((index) => known.get(isoDay(monday + index * oneDay))),
    })),
    months: [...byMonth].map(([key, ofMonth]) => monthOf(key, saidMonth(Date.parse(`${key}-01`)), ofMonth)),
  }
}

function monthOf(key: string, label: string, days: readonly CalendarDay[]): CalendarMonth {
  const firstMonday = mondayOf(Date.parse(`${key}-01`))
  const placed = days.map((day) => {
    const since = Math.round((Date.parse(day.day) - firstMonday) / oneDay)
    return { day, row: Math.floor(since / 7), column: since % 7 }
  })
  // Every month has the height of the longest, so that those side by side stand in line.
  return { key, label, rows: 6, days: placed }
}

function mondayOf(time: number): number {
  return time - ((new Date(time).getUTCDay() + 6) % 7) * oneDay
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
