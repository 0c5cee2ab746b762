import { ChartFrame } from './chart-frame'
import { ChartLegend, hiddenEntry, markSwatch, solidSwatch } from './chart-legend'
import { BarMark } from './bar-mark'
import type { Bar } from './bar-mark'
import { axisOf } from './chart-scale'
import { Linked, rowInWords } from './chart-table'
import { saidCount, saidInterval } from './chart-words'
import type { ChartWords, Format } from './chart-words'

interface Props extends ChartWords {
  readonly bars: readonly Bar[]
  /** Headings: of the labels, of the values, and of what they are compared with. */
  readonly names: { readonly row: string; readonly value: string; readonly mark?: string | undefined }
  readonly format?: Format
  /** Whether the bars have an order of their own, such as ages; else the longest comes first. */
  readonly inOrder?: boolean
}

/** How several things compare: a lying bar for each, its name before and its number behind it. */
export function BarChart({ bars, names, format = 'count', inOrder = false, ...words }: Props) {
  const { id, speech } = words
  const axis = axisOf(
    bars.flatMap(({ value, mark, interval }) => [value, mark, interval?.high]),
    format,
  )
  const sorted = inOrder ? bars : bars.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const hasIntervals = bars.some(({ interval }) => interval !== undefined)
  const rows = sorted.map(({ key, label, value, mark, interval, href }) => ({
    key,
    head: { text: label, href },
    cells: [
      { text: saidCount(value, format, speech) },
      ...(hasIntervals ? [{ text: saidInterval(interval, format, speech) }] : []),
      ...(names.mark === undefined ? [] : [{ text: saidCount(mark, format, speech) }]),
    ],
  }))
  const columns = [
    names.row,
    names.value,
    ...(hasIntervals ? [speech.t('charts.interval')] : []),
    ...(names.mark === undefined ? [] : [names.mark]),
  ]
  return (
    <ChartFrame
      words={words}
      table={{ columns, rows }}
      isGroup={bars.some(({ href }) => href !== undefined)}
      legend={<BarLegend bars={bars} names={names} words={words} />}
    >
      <ul className="grid gap-y-2 @min-[30rem]:gap-y-1.5">
        {sorted.map((bar, index) => (
          <li
            key={bar.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 @min-[30rem]:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_5rem]"
          >
            <span className="text-sm wrap-anywhere">
              <Linked href={bar.href}>{bar.label}</Linked>
            </span>
            <span
              className={`text-end text-sm tabular-nums @min-[30rem]:order-last @min-[30rem]:text-start ${bar.value === null ? 'text-ink-soft' : 'font-semibold'}`}
            >
              {saidCount(bar.value, format, speech)}
            </span>
            <BarMark id={id} bar={bar} axis={axis} title={rowInWords(columns, rows[index])} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function BarLegend({ bars, names, words }: Pick<Props, 'bars' | 'names'> & { words: ChartWords }) {
  const isHidden = bars.some(({ value }) => value === null)
  if (names.mark === undefined && !isHidden) return null
  return (
    <ChartLegend
      entries={[
        { key: 'value', words: names.value, swatch: solidSwatch },
        ...(names.mark === undefined ? [] : [{ key: 'mark', words: names.mark, swatch: markSwatch }]),
        ...(isHidden ? [hiddenEntry(words)] : []),
      ]}
    />
  )
}
