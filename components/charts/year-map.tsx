import { shadesBetween } from './chart-scale'
import type { Shades } from './chart-scale'
import { saidCount } from './chart-words'
import type { ChartWords, Count, Speech } from './chart-words'
import { ShadeLegend, Shaded } from './shaded'

/** A month, or a few that have one number together. */
export interface YearCell {
  readonly key: string
  /** `April to June 2026`. */
  readonly label: string
  /** `Apr–Jun`: where there is no line of months above. */
  readonly short: string
  readonly value: Count
  /** How many months it is of. */
  readonly months: number
}

/** A year; a place is null where there is nothing of a month. */
export interface YearRow {
  readonly key: string
  /** `2026/27`. */
  readonly label: string
  readonly cells: readonly (YearCell | null)[]
}

interface Props {
  /** The id is that of the chart whose numbers these are: it has the patterns, and the table. */
  readonly words: ChartWords
  /** The months of a year: `Apr`. */
  readonly columns: readonly string[]
  readonly rows: readonly YearRow[]
}

// Spelt out, because the style sheet is made of the classes that stand in the code. Where there is little room a year has two lines of six months.
const spans = [
  '',
  'col-span-1',
  'col-span-2',
  'col-span-3',
  'col-span-4',
  'col-span-5',
  'col-span-6',
  'col-span-6 @min-[36rem]:col-span-7',
  'col-span-6 @min-[36rem]:col-span-8',
  'col-span-6 @min-[36rem]:col-span-9',
  'col-span-6 @min-[36rem]:col-span-10',
  'col-span-6 @min-[36rem]:col-span-11',
  'col-span-6 @min-[36rem]:col-span-12',
]
const grid = 'gap-0.5 @min-[36rem]:grid-cols-[4rem_repeat(12,minmax(0,1fr))]'

/** Months as a calendar of years: each year a line, each month below its like, the fuller the stronger. Stands below a chart with the same numbers. */
export function YearMap({ words, columns, rows }: Props) {
  const { id, title, summary, note, level = 4, speech } = words
  const Title = `h${level}` as const
  const values = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [aMonth(cell)])))
  const shades = shadesBetween(values)
  return (
    <div className="mt-5 break-inside-avoid">
      <Title id={`${id}-years-title`} className="text-sm font-semibold">
        {title}
      </Title>
      {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
      <p id={`${id}-years-summary`} className="sr-only">
        {summary}
      </p>
      <div className="mt-2">
        <ShadeLegend values={values} shades={shades} words={words} />
      </div>
      <div role="img" aria-labelledby={`${id}-years-title`} aria-describedby={`${id}-years-summary`}>
        <div className={`hidden @min-[36rem]:grid ${grid}`}>
          <span />
          {columns.map((column) => (
            <span key={column} className="text-center text-xs text-ink-soft">
              {column}
            </span>
          ))}
        </div>
        {rows.map(({ key, label, cells }) => (
          <div key={key} className={`mb-0.5 grid break-inside-avoid grid-cols-6 ${grid}`}>
            <span className="col-span-6 mt-1.5 text-xs text-ink-soft @min-[36rem]:col-span-1 @min-[36rem]:mt-0 @min-[36rem]:self-center">
              {label}
            </span>
            {cells.map((cell, place) =>
              cell === null ? (
                <span key={place} />
              ) : (
                <Month key={cell.key} {...{ id, cell, shades, speech }} />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/** What one month has, or would have if those that have one number together had as many each. */
function aMonth({ value, months }: YearCell): Count {
  return value === null ? null : Math.round(value / months)
}

interface MonthProps {
  readonly id: string
  readonly cell: YearCell
  readonly shades: Shades
  readonly speech: Speech
}

function Month({ id, cell, shades, speech }: MonthProps) {
  const { label, short, value, months } = cell
  const said = saidCount(value, 'count', speech)
  return (
    <Shaded
      {...{ id, shades }}
      value={aMonth(cell)}
      title={`${label}: ${said}`}
      className={`h-11 flex-col @min-[36rem]:h-9 ${spans[months] ?? ''}`}
    >
      <span
        className={`text-[0.75rem] leading-tight @min-[36rem]:hidden ${value === null ? 'bg-paper px-0.5' : ''}`}
      >
        {short}
      </span>
      {value === null ? null : <span className="text-sm leading-tight font-semibold">{said}</span>}
    </Shaded>
  )
}
