import { hollow } from './chart-legend'
import { percent } from './chart-scale'
import type { Axis } from './chart-scale'
import type { Count } from './chart-words'
import { HiddenColumn } from './hidden-column'
import type { TrendPeriod } from './trend-period'
import { Whisker } from './whisker'

interface Props {
  readonly id: string
  readonly periods: readonly TrendPeriod[]
  readonly axis: Axis
}

/** A column for each period, to the left of it that of the year before, hollow; an interval as a whisker. */
export function TrendColumns({ id, periods, axis }: Props) {
  const slot = 100 / periods.length
  const isCompared = periods.some(({ before }) => before !== undefined)
  const [left, width] = isCompared ? [0.5, 0.36] : [0.2, 0.6]
  return periods.map(({ key, value, before, interval }, index) => {
    const at = (part: number) => (index + part) * slot
    return (
      <g key={key}>
        {before === undefined ? null : (
          <Column {...{ id, axis }} value={before} x={at(0.12)} width={0.32 * slot} className={hollow} />
        )}
        <Column {...{ id, axis, value }} x={at(left)} width={width * slot} className="fill-chart-mark" />
        {interval === undefined ? null : (
          <Whisker
            ends={[100 - axis.along(interval.high), 100 - axis.along(interval.low)]}
            at={at(left + width / 2)}
            cap={0.1 * slot}
          />
        )}
      </g>
    )
  })
}

interface ColumnProps {
  readonly id: string
  readonly axis: Axis
  readonly value: Count
  readonly x: number
  readonly width: number
  readonly className: string
}

/** A column from nought. */
function Column({ id, axis, value, x, width, className }: ColumnProps) {
  const place = { x: percent(x), width: percent(width) }
  if (value === null) return <HiddenColumn id={id} place={place} />
  // Nought is drawn, as a line: it is not the same as nothing known.
  if (value === 0)
    return (
      <line x1={place.x} x2={percent(x + width)} y1="100%" y2="100%" className="stroke-chart-line stroke-3" />
    )
  const height = axis.along(value)
  return <rect {...place} y={percent(100 - height)} height={percent(height)} className={className} />
}
