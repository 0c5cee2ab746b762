import type { ReactNode } from 'react'
import { ChartFrame } from './chart-frame'
import { ChartLegend, dashedSwatch, hiddenEntry, hollowSwatch, lineSwatch, solidSwatch } from './chart-legend'
import { axisOf, percent } from './chart-scale'
import { rowInWords } from './chart-table'
import { saidCount, saidInterval } from './chart-words'
import type { ChartWords, Format } from './chart-words'
import type { TrendPeriod } from './trend-period'
import { TrendColumns } from './trend-columns'
import { TrendLabels } from './trend-labels'
import { TrendLines } from './trend-lines'

interface Props extends ChartWords {
  readonly periods: readonly TrendPeriod[]
  /** Headings: of the periods, of the values (`This year`), and of the year before where it is compared. */
  readonly names: { readonly period: string; readonly value: string; readonly before?: string | undefined }
  readonly format?: Format
  /** Another picture of the same numbers. */
  readonly below?: ReactNode
}

/** More than these are a line: columns would be too thin to tell one from its neighbour. */
const mostColumns = 24
const isLine = (periods: readonly TrendPeriod[]) => periods.length > mostColumns

/** How something went over time, beside the year before. */
export function TrendChart({ periods, names, format = 'count', below, ...words }: Props) {
  const { id, speech } = words
  const { t } = speech
  const axis = axisOf(
    periods.flatMap(({ value, before, interval }) => [value, before, interval?.high]),
    format,
  )
  const hasIntervals = periods.some(({ interval }) => interval !== undefined)
  const columns = [
    names.period,
    names.value,
    ...(hasIntervals ? [t('charts.interval')] : []),
    ...(names.before === undefined ? [] : [names.before]),
  ]
  const rows = periods.map(({ key, label, value, before, interval, href }) => ({
    key,
    head: { text: label, href },
    cells: [
      { text: saidCount(value, format, speech) },
      ...(hasIntervals ? [{ text: saidInterval(interval, format, speech) }] : []),
      ...(names.before === undefined ? [] : [{ text: saidCount(before, format, speech) }]),
    ],
  }))
  const Marks = isLine(periods) ? TrendLines : TrendColumns
  return (
    <ChartFrame
      words={words}
      table={{ columns, rows }}
      below={below}
      legend={<TrendLegend periods={periods} names={names} words={words} />}
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-2">
        <div className="flex h-48 flex-col-reverse justify-between text-xs text-ink-soft tabular-nums">
          {axis.ticks.map((tick) => (
            <span key={tick} className="flex h-0 items-center justify-end">
              {saidCount(tick, format, speech)}
            </span>
          ))}
        </div>
        <svg width="100%" className="h-48 overflow-visible rtl:-scale-x-100" aria-hidden="true">
          {axis.ticks.map((tick) => (
            <line
              key={tick}
              x2="100%"
              y1={percent(100 - axis.along(tick))}
              y2={percent(100 - axis.along(tick))}
              className={tick === 0 ? 'stroke-chart-before' : 'stroke-chart-grid'}
            />
          ))}
          <Marks id={id} periods={periods} axis={axis} />
          {rows.map((row, index) => (
            <rect
              key={row.key}
              x={percent((100 * index) / rows.length)}
              width={percent(100 / rows.length)}
              height="100%"
              className="fill-transparent"
            >
              <title>{rowInWords(columns, row)}</title>
            </rect>
          ))}
        </svg>
        <TrendLabels periods={periods} />
      </div>
    </ChartFrame>
  )
}

function TrendLegend({ periods, names, words }: Pick<Props, 'periods' | 'names'> & { words: ChartWords }) {
  const isHidden = periods.some(({ value, before }) => value === null || before === null)
  return (
    <ChartLegend
      entries={[
        { key: 'value', words: names.value, swatch: isLine(periods) ? lineSwatch : solidSwatch },
        ...(names.before === undefined
          ? []
          : [{ key: 'before', words: names.before, swatch: isLine(periods) ? dashedSwatch : hollowSwatch }]),
        ...(isHidden ? [hiddenEntry(words)] : []),
      ]}
    />
  )
}
