import { calendarOf } from './calendar'
import type { CalendarDay, CalendarMonth } from './calendar'
import { ChartFrame } from './chart-frame'
import { ChartLegend, hiddenEntry, shadeFills } from './chart-legend'
import { hiddenFill } from './chart-patterns'
import { percent, steps } from './chart-scale'
import type { Step } from './chart-scale'
import type { ChartWords, Speech } from './chart-words'

/** The days of a year, each with the band its number lies in: no number itself is known here. */
export interface YearMapProps extends ChartWords {
  readonly kind: 'year'
  /** Heading of the weeks. */
  readonly rowName: string
  /** The bands from the fewest to the most: `0 to 4`, `5 to 9`, `10 to 19`, `20 or more`. */
  readonly bands: readonly string[]
  /** In order. A day that is left out is drawn as none. */
  readonly days: readonly CalendarDay[]
}

/** A year as twelve small months, the fuller a day the larger and stronger its square. */
export function YearMap({ rowName, bands, days, ...words }: YearMapProps) {
  const { id, speech } = words
  const { months, weeks, weekdays } = calendarOf(days, speech.language)
  const saidBand = (day: CalendarDay | undefined) => {
    if (day === undefined) return '–'
    return day.band === null ? speech.t('charts.hidden') : (bands[day.band] ?? '–')
  }
  return (
    <ChartFrame
      words={words}
      table={{
        columns: [rowName, ...weekdays.map(({ short }) => short)],
        rows: weeks.map(({ key, label, days: ofWeek }) => ({
          key,
          head: { text: label },
          cells: ofWeek.map((day) => ({ text: saidBand(day), href: day?.href })),
        })),
      }}
      legend={
        <ChartLegend
          entries={[
            ...bands.map((band, index) => ({
              key: band,
              words: band,
              swatch: (
                <svg width="1rem" height="1rem" viewBox="0 0 10 10" className="shrink-0" aria-hidden="true">
                  <DayMark band={index} bands={bands.length} id={id} />
                </svg>
              ),
            })),
            ...(days.some(({ band }) => band === null) ? [hiddenEntry(words)] : []),
          ]}
        />
      }
    >
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 @min-[30rem]:grid-cols-3 @min-[44rem]:grid-cols-4 @min-[54rem]:grid-cols-6">
        {months.map((month) => (
          <MonthMap key={month.key} {...{ id, month, bands, weekdays, speech }} saidBand={saidBand} />
        ))}
      </div>
    </ChartFrame>
  )
}

interface MonthProps {
  readonly id: string
  readonly month: CalendarMonth
  readonly bands: readonly string[]
  readonly weekdays: readonly { readonly narrow: string }[]
  readonly speech: Speech
  readonly saidBand: (day: CalendarDay) => string
}

function MonthMap({ id, month: { label, days, rows }, bands, weekdays, saidBand, speech }: MonthProps) {
  const long = new Intl.DateTimeFormat(speech.language, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <div className="break-inside-avoid">
      <p className="text-sm font-semibold">{label}</p>
      <div className="grid grid-cols-7 text-center text-xs text-ink-soft">
        {weekdays.map(({ narrow }, index) => (
          <span key={index}>{narrow}</span>
        ))}
      </div>
      <svg width="100%" viewBox={`0 0 70 ${10 * rows}`} className="rtl:-scale-x-100" aria-hidden="true">
        {days.map(({ day, row, column }) => (
          <svg key={day.day} x={10 * column} y={10 * row} width="10" height="10">
            <title>{`${long.format(new Date(day.day))}: ${saidBand(day)}`}</title>
            <DayMark band={day.band} bands={bands.length} id={id} />
          </svg>
        ))}
      </svg>
    </div>
  )
}

interface MarkProps {
  readonly band: number | null
  readonly bands: number
  readonly id: string
}

/** One day: how large the square in it is says as much as how strong, for those who see no shades. */
function DayMark({ band, bands, id }: MarkProps) {
  const frame = { x: '6%', y: '6%', width: '88%', height: '88%' }
  if (band === null)
    return <rect {...frame} fill={hiddenFill(id)} className="stroke-chart-hidden stroke-[0.5]" />
  const part = bands < 2 ? 1 : band / (bands - 1)
  const side = band === 0 ? 0 : 88 * (0.2 + 0.8 * part)
  const place = percent(50 - side / 2)
  return (
    <>
      <rect {...frame} className="fill-chart-shade-0 stroke-chart-before stroke-[0.5]" />
      {band === 0 ? null : (
        <rect x={place} y={place} width={percent(side)} height={percent(side)} className={dayFills(part)} />
      )}
    </>
  )
}

/** The strong half of the shades: a small square has to be seen as well. */
function dayFills(part: number): string {
  const step: Step = steps[Math.round(3 + part)] ?? 4
  return `${shadeFills[step]} forced-colors:fill-[CanvasText]`
}
