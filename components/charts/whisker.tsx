import { percent } from './chart-scale'

interface Props {
  /** Where it begins and ends along the values, in percent of the picture. */
  readonly ends: readonly [number, number]
  /** Where it stands across them. */
  readonly at: number
  /** Half the length of the short lines at its ends. */
  readonly cap: number
  readonly isLying?: boolean
}

/** Between what a value may well lie: a thin line with ends, with an edge of the page's colour to be seen upon a column. */
export function Whisker({ ends: [from, to], at, cap, isLying = false }: Props) {
  const lines = [
    { along: [from, to], across: [at, at] },
    { along: [from, from], across: [at - cap, at + cap] },
    { along: [to, to], across: [at - cap, at + cap] },
  ].map(({ along, across }) => {
    const [x, y] = isLying ? [along, across] : [across, along]
    return { x1: percent(x[0] ?? 0), x2: percent(x[1] ?? 0), y1: percent(y[0] ?? 0), y2: percent(y[1] ?? 0) }
  })
  return ['stroke-chart-paper stroke-[4.5]', 'stroke-chart-line stroke-[1.5]'].map((look) => (
    <g key={look} className={look}>
      {lines.map((line, index) => (
        <line key={index} {...line} />
      ))}
    </g>
  ))
}
