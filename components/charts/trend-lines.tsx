import { area, line } from 'd3-shape'
import { hiddenFill } from './chart-patterns'
import { percent } from './chart-scale'
import type { Axis } from './chart-scale'
import type { TrendPeriod } from './trend-period'

interface Props {
  readonly id: string
  readonly periods: readonly TrendPeriod[]
  readonly axis: Axis
}

/** A line where there are many periods: broken where a value is hidden, the year before dashed, intervals a band. */
export function TrendLines({ id, periods, axis }: Props) {
  const slot = 100 / periods.length
  const numbered = periods.map((period, index) => ({ ...period, x: index + 0.5 }))
  const up = (value: number | null | undefined) => 100 - axis.along(value ?? 0)
  const values = line<(typeof numbered)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ x }) => x)
    .y(({ value }) => up(value))
  const before = line<(typeof numbered)[number]>()
    .defined((period) => typeof period.before === 'number')
    .x(({ x }) => x)
    .y((period) => up(period.before))
  const band = area<(typeof numbered)[number]>()
    .defined(({ interval }) => interval !== undefined)
    .x(({ x }) => x)
    .y0(({ interval }) => up(interval?.low))
    .y1(({ interval }) => up(interval?.high))
  const stroke = 'fill-none [stroke-linecap:round] [vector-effect:non-scaling-stroke]'
  return (
    <>
      {periods.map(({ key, value }, index) =>
        value === null ? (
          <rect
            key={key}
            x={percent(index * slot)}
            width={percent(slot)}
            height="100%"
            fill={hiddenFill(id)}
          />
        ) : null,
      )}
      <svg
        width="100%"
        height="100%"
        viewBox={`0 0 ${periods.length} 100`}
        preserveAspectRatio="none"
        className="overflow-visible"
      >
        <path
          d={band(numbered) ?? ''}
          className="fill-chart-band stroke-chart-before [vector-effect:non-scaling-stroke]"
        />
        <path
          d={before(numbered) ?? ''}
          className={`${stroke} stroke-chart-before stroke-[1.5] [stroke-dasharray:4_4]`}
        />
        <path d={values(numbered) ?? ''} className={`${stroke} stroke-chart-mark stroke-[2.5]`} />
      </svg>
    </>
  )
}
