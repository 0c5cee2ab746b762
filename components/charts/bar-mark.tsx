import { hiddenEdge, hiddenFill } from './chart-patterns'
import { percent } from './chart-scale'
import type { Axis } from './chart-scale'
import type { Count, Interval } from './chart-words'
import { Whisker } from './whisker'

/** One thing that is counted. */
export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: Count
  readonly interval?: Interval | undefined
  /** What it is compared with, such as the year before. Absent: nothing. */
  readonly mark?: Count | undefined
  /** Where the cases behind it are. */
  readonly href?: string | undefined
}

interface Props {
  readonly id: string
  readonly bar: Bar
  readonly axis: Axis
  readonly title: string
}

/** One lying bar, as wide as its place allows. In place of one that is hidden is a hatched box away from the line that bars begin at, always of one length, so that it looks neither many nor few. */
export function BarMark({ id, bar: { value, mark, interval }, axis, title }: Props) {
  return (
    <svg
      width="100%"
      height="1.125rem"
      className="col-span-full overflow-visible rtl:-scale-x-100 @min-[30rem]:col-span-1"
      aria-hidden="true"
    >
      <title>{title}</title>
      <rect width="100%" height="100%" className="fill-transparent" />
      <ValueMark id={id} value={value} axis={axis} />
      {interval === undefined ? null : (
        <Whisker ends={[axis.along(interval.low), axis.along(interval.high)]} at={50} cap={22} isLying />
      )}
      {typeof mark === 'number' ? <MarkLine x={percent(axis.along(mark))} /> : null}
    </svg>
  )
}

function ValueMark({ id, value, axis }: Pick<Props, 'id' | 'axis'> & Pick<Props['bar'], 'value'>) {
  if (value === null)
    return <rect x="0.5rem" y="22%" width="2rem" height="56%" fill={hiddenFill(id)} className={hiddenEdge} />
  // Nought is drawn, as a line: it is not the same as nothing known.
  if (value === 0) return <line y2="100%" className="stroke-chart-mark stroke-2" />
  return (
    <rect width={percent(axis.along(value))} height="100%" className="fill-chart-mark stroke-chart-mark" />
  )
}

/** What a bar is compared with: a line across it, with an edge of the page's colour to be seen upon it. */
function MarkLine({ x }: { readonly x: string }) {
  return ['stroke-chart-paper stroke-[6]', 'stroke-chart-line stroke-[2.5]'].map((look) => (
    <line key={look} x1={x} x2={x} y1="-12%" y2="112%" className={look} />
  ))
}
