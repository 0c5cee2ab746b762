import type { ReactNode } from 'react'
import { hiddenEdge, hiddenFill } from './chart-patterns'
import { percent } from './chart-scale'
import type { Step } from './chart-scale'
import type { ChartWords } from './chart-words'

/** The words of a mark. */
export interface Entry {
  readonly key: string
  readonly words: string
  readonly swatch: ReactNode
}

/** What the marks of a chart mean, in a row that wraps. */
export function ChartLegend({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul className="mb-2 flex break-after-avoid flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
      {entries.map(({ key, words, swatch }) => (
        <li key={key} className="flex items-center gap-1.5">
          {swatch}
          {words}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ children }: { readonly children: ReactNode }) {
  return (
    <svg width="0.875rem" height="0.875rem" className="shrink-0" aria-hidden="true">
      {children}
    </svg>
  )
}

/** The look of what is compared with. */
export const hollow = 'fill-none stroke-chart-before stroke-[1.5]'

/** What is looked at. */
export const solidSwatch = (
  <Swatch>
    <rect width="100%" height="100%" className="fill-chart-mark" />
  </Swatch>
)

/** What it is compared with, as a hollow column. */
export const hollowSwatch = (
  <Swatch>
    <rect x="1" y="1" width="80%" height="85%" className={hollow} />
  </Swatch>
)

/** What is looked at, as a line. */
export const lineSwatch = (
  <Swatch>
    <line x2="100%" y1="50%" y2="50%" className="stroke-chart-mark stroke-[2.5]" />
  </Swatch>
)

/** What a line is compared with, or a ribbon whose number is not shown. */
export const dashedSwatch = (
  <Swatch>
    <line x2="100%" y1="50%" y2="50%" className="stroke-chart-before stroke-[1.5] [stroke-dasharray:3_3]" />
  </Swatch>
)

/** What it is compared with, as a line across a bar. */
export const markSwatch = (
  <Swatch>
    <line x1="50%" x2="50%" y2="100%" className="stroke-chart-line stroke-3" />
  </Swatch>
)

/** A shade from nothing to the most. */
export const shadeSwatch = (step: Step) => (
  <Swatch>
    <Shade step={step} />
  </Swatch>
)

/** A shade that fills its place. Where a reader has set colours of their own, a bar at the foot says how much. */
export function Shade({ step }: { readonly step: Step }) {
  return (
    <>
      <rect width="100%" height="100%" className={`${shadeFills[step]} stroke-chart-before`} />
      <rect
        y="100%"
        width={percent(25 * step)}
        height="5"
        transform="translate(0 -5)"
        className="hidden fill-[CanvasText] forced-colors:inline"
      />
    </>
  )
}

/** The fills of the shades, which grow darker on a light page and lighter on a dark one. */
const shadeFills: Readonly<Record<Step, string>> = {
  0: 'fill-chart-shade-0',
  1: 'fill-chart-shade-1',
  2: 'fill-chart-shade-2',
  3: 'fill-chart-shade-3',
  4: 'fill-chart-shade-4',
}

/** That what is hatched is not shown. */
export function hiddenEntry({ id, speech }: ChartWords): Entry {
  return { key: 'hidden', words: speech.t('charts.hidden'), swatch: patternSwatch(hiddenFill(id)) }
}

/** A pattern of the chart, by its fill. */
const patternSwatch = (fill: string) => (
  <Swatch>
    <rect width="100%" height="100%" fill={fill} className={hiddenEdge} />
  </Swatch>
)
