import { ChartFrame } from './chart-frame'
import { shadesOf } from './chart-scale'
import { saidCount } from './chart-words'
import type { ChartWords, Count } from './chart-words'
import { ShadeLegend, Shaded } from './shaded'

/** The days of the week, each with its times of day. */
interface Props extends ChartWords {
  /** Heading of the days. */
  readonly rowName: string
  /** The times of day: `0–4`, `4–8`. */
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly key: string
    /** `Monday`. */
    readonly label: string
    /** `Mon`. */
    readonly short: string
    readonly cells: readonly { readonly value: Count; readonly href?: string | undefined }[]
  }[]
}

// Spelt out, because the style sheet is made of the classes that stand in the code.
const grids = [
  '',
  'grid-cols-[max-content_repeat(1,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(2,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(3,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(4,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(5,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(6,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(7,minmax(0,6rem))]',
  'grid-cols-[max-content_repeat(8,minmax(0,6rem))]',
]

/** The week as a grid of shades, each with its number in it. */
export function WeekMap({ rowName, columns, rows, ...words }: Props) {
  const { id, speech } = words
  const values = rows.flatMap(({ cells }) => cells.map(({ value }) => value))
  const shades = shadesOf(values)
  return (
    <ChartFrame
      words={words}
      table={{
        columns: [rowName, ...columns],
        rows: rows.map(({ key, label, cells }) => ({
          key,
          head: { text: label },
          cells: cells.map(({ value, href }) => ({ text: saidCount(value, 'count', speech), href })),
        })),
      }}
      legend={<ShadeLegend values={values} shades={shades} words={words} />}
    >
      <div className={`grid gap-0.5 ${grids[columns.length] ?? ''}`}>
        <span />
        {columns.map((column) => (
          <span key={column} className="self-end text-center text-xs text-ink-soft wrap-anywhere">
            {column}
          </span>
        ))}
        {rows.map(({ key, label, short, cells }) => [
          <span key={key} className="self-center pe-1.5 text-xs text-ink-soft">
            {short}
          </span>,
          ...cells.map(({ value }, index) => (
            <Shaded
              key={`${key}-${columns[index] ?? index}`}
              {...{ id, value, shades }}
              title={`${label}, ${columns[index] ?? ''}: ${saidCount(value, 'count', speech)}`}
              className="h-9 text-sm font-semibold"
            >
              {value === null ? null : saidCount(value, 'count', speech)}
            </Shaded>
          )),
        ])}
      </div>
    </ChartFrame>
  )
}
