import { ChartFrame } from './chart-frame'
import { ChartLegend, hiddenEntry } from './chart-legend'
import { axisOf, percent } from './chart-scale'
import type { Axis } from './chart-scale'
import { Linked } from './chart-table'
import { saidCount } from './chart-words'
import type { ChartWords, Count, Format } from './chart-words'
import { HiddenColumn } from './hidden-column'

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
  /** A time worth finding: it lies between the band of this key and the next. */
  readonly mark: { readonly after: string; readonly label: string }
  /** Headings of the bands and of the values. */
  readonly names: { readonly row: string; readonly value: string }
  readonly format?: Format
}

/** How long things took: columns from quick to slow, and a line at one time. All are of one colour: what a time means for one case, such as a promise, a band of hours does not know. */
export function SpanChart({ bands, mark, names, format = 'count', ...words }: Props) {
  const { id, speech } = words
  const axis = axisOf(
    bands.map(({ value }) => value),
    format,
  )
  return (
    <ChartFrame
      words={words}
      table={{
        columns: [names.row, names.value],
        rows: bands.map(({ key, label, value, href }) => ({
          key,
          head: { text: label, href },
          cells: [{ text: saidCount(value, format, speech) }],
        })),
      }}
      isGroup={bands.some(({ href }) => href !== undefined)}
      legend={
        bands.some(({ value }) => value === null) ? <ChartLegend entries={[hiddenEntry(words)]} /> : null
      }
    >
      <ul className="flex pt-10">
        {bands.map((band, index) => (
          <li key={band.key} className="relative min-w-0 flex-1">
            <SpanColumn {...{ id, band, axis }} said={saidCount(band.value, format, speech)} />
            <span className="block px-0.5 pt-1 text-center text-xs leading-tight hyphens-auto wrap-anywhere">
              <Linked href={band.href}>{band.label}</Linked>
              <span className={band.value === null ? 'block text-ink-soft' : 'sr-only'}>
                {saidCount(band.value, format, speech)}
              </span>
            </span>
            {band.key === mark.after ? (
              <Mark label={mark.label} isBefore={2 * (index + 1) > bands.length} />
            ) : null}
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

/** The line after a column; its words stand on the side that has more room. */
function Mark({ label, isBefore }: { readonly label: string; readonly isBefore: boolean }) {
  return (
    <span className="absolute end-0 -top-10 h-[calc(100%+2.5rem)] border-e-2 border-dashed border-ink">
      <span
        className={`absolute top-0 w-max max-w-34 @min-[36rem]:max-w-60 text-sm leading-tight font-semibold ${isBefore ? 'end-full pe-2 text-end' : 'start-full ps-2'}`}
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
  readonly said: string
}

function SpanColumn({ id, band: { label, value }, axis, said }: ColumnProps) {
  const place = { x: '12%', width: '76%' }
  return (
    <svg width="100%" height="9rem" className="block overflow-visible" aria-hidden="true">
      <title>{`${label}: ${said}`}</title>
      {value === null ? (
        <HiddenColumn id={id} place={place} />
      ) : (
        <FullColumn place={place} height={axis.along(value)} said={said} />
      )}
      <line x2="100%" y1="100%" y2="100%" className="stroke-chart-before" />
    </svg>
  )
}

function FullColumn({
  place,
  height,
  said,
}: {
  readonly place: { readonly x: string; readonly width: string }
  readonly height: number
  readonly said: string
}) {
  const y = percent(100 - height)
  return (
    <>
      <rect {...place} y={y} height={percent(height)} className="fill-chart-mark" />
      <text
        {...{ x: '50%', y, dy: '-0.4em', textAnchor: 'middle' }}
        className="fill-chart-line text-sm font-semibold tabular-nums"
      >
        {said}
      </text>
    </>
  )
}
