import { ChartFrame } from './chart-frame'
import { ChartLegend, hiddenEntry, patternSwatch, solidSwatch } from './chart-legend'
import { hiddenFill, lateFill } from './chart-patterns'
import { axisOf, percent } from './chart-scale'
import type { Axis } from './chart-scale'
import { Linked } from './chart-table'
import { saidCount } from './chart-words'
import type { ChartWords, Count, Format } from './chart-words'

/** So many took so long. */
export interface SpanBand {
  readonly key: string
  /** `4 hours to a day`. */
  readonly label: string
  readonly value: Count
  /** Where the cases of it are. */
  readonly href?: string | undefined
}

interface Props extends ChartWords {
  /** From the quickest to the slowest. */
  readonly bands: readonly SpanBand[]
  /** What was promised: it lies between the band of this key and the next. */
  readonly target: { readonly after: string; readonly label: string }
  /** Headings of the bands and of the values, and what is within the target and past it. */
  readonly names: {
    readonly row: string
    readonly value: string
    readonly within: string
    readonly past: string
  }
  readonly format?: Format
}

/** How long things took, against what was promised: columns from quick to slow, and a line where the promise ends. */
export function SpanChart({ bands, target, names, format = 'count', ...words }: Props) {
  const { id, speech } = words
  const axis = axisOf(
    bands.map(({ value }) => value),
    format,
  )
  const last = bands.findIndex(({ key }) => key === target.after)
  return (
    <ChartFrame
      words={words}
      table={{
        columns: [names.row, names.value, target.label],
        rows: bands.map(({ key, label, value, href }, index) => ({
          key,
          head: { text: label, href },
          cells: [
            { text: saidCount(value, format, speech) },
            { text: index <= last ? names.within : names.past },
          ],
        })),
      }}
      isGroup={bands.some(({ href }) => href !== undefined)}
      legend={
        <ChartLegend
          entries={[
            { key: 'within', words: names.within, swatch: solidSwatch },
            { key: 'past', words: names.past, swatch: patternSwatch(lateFill(id)) },
            ...(bands.some(({ value }) => value === null) ? [hiddenEntry(words)] : []),
          ]}
        />
      }
    >
      <ul className="flex pt-14">
        {bands.map((band, index) => (
          <li key={band.key} className="relative min-w-0 flex-1">
            <SpanColumn
              {...{ id, band, axis }}
              isLate={index > last}
              said={saidCount(band.value, format, speech)}
            />
            <span className="block px-0.5 pt-1 text-center text-xs leading-tight hyphens-auto wrap-anywhere">
              <Linked href={band.href}>{band.label}</Linked>
              <span className={band.value === null ? 'block text-ink-soft' : 'sr-only'}>
                {saidCount(band.value, format, speech)}
              </span>
            </span>
            {index === last ? <Target label={target.label} isLate={2 * (index + 1) <= bands.length} /> : null}
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

/** The line after a column; its words stand on the side that has more room. */
function Target({ label, isLate }: { readonly label: string; readonly isLate: boolean }) {
  return (
    <span className="absolute end-0 -top-14 h-[calc(100%+3.5rem)] border-e-2 border-dashed border-ink">
      <span
        className={`absolute top-0 w-max max-w-34 @min-[36rem]:max-w-60 text-sm leading-tight font-semibold ${isLate ? 'start-full ps-2' : 'end-full pe-2 text-end'}`}
      >
        {label}
      </span>
    </span>
  )
}

interface ColumnProps {
  readonly id: string
  readonly band: SpanBand
  readonly axis: Axis
  readonly isLate: boolean
  readonly said: string
}

function SpanColumn({ id, band: { label, value }, axis, isLate, said }: ColumnProps) {
  const height = value === null ? 100 : axis.along(value)
  const place = { x: '12%', width: '76%', y: percent(100 - height), height: percent(height) }
  return (
    <svg width="100%" height="9rem" className="block overflow-visible" aria-hidden="true">
      <title>{`${label}: ${said}`}</title>
      {value === null ? (
        <rect {...place} fill={hiddenFill(id)} className="stroke-chart-hidden" />
      ) : (
        <>
          <rect
            {...place}
            {...(isLate ? { fill: lateFill(id) } : {})}
            className={isLate ? 'stroke-chart-late stroke-[1.5]' : 'fill-chart-mark'}
          />
          <text
            x="50%"
            y={place.y}
            dy="-0.4em"
            textAnchor="middle"
            className="fill-chart-line text-sm font-semibold tabular-nums"
          >
            {said}
          </text>
        </>
      )}
      <line x2="100%" y1="100%" y2="100%" className="stroke-chart-before" />
    </svg>
  )
}
