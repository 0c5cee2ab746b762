import type { ReactNode } from 'react'
import { ChartLegend, hiddenEntry, Shade, shadeSwatch } from './chart-legend'
import { hiddenEdge, hiddenFill } from './chart-patterns'
import type { Shades, Step } from './chart-scale'
import { saidNumber } from './chart-words'
import type { ChartWords, Count } from './chart-words'

interface Props {
  readonly id: string
  readonly value: Count
  readonly shades: Shades
  readonly title: string
  readonly href?: string | undefined
  readonly className: string
  readonly children: ReactNode
}

const wordsOn: Readonly<Record<Step, string>> = {
  0: 'text-ink',
  1: 'text-ink',
  2: 'text-ink',
  3: 'text-brand-ink',
  4: 'text-brand-ink',
}

/**
 * Words upon a shade that says how much. What is hidden is hatched.
 */
export function Shaded({ id, value, shades, title, href, className, children }: Props) {
  const step = value === null ? null : shades.stepOf(value)
  const Box = href === undefined ? 'span' : 'a'
  return (
    <Box
      {...(href === undefined ? {} : { href })}
      className={`relative isolate flex items-center justify-center text-center tabular-nums ${step === null ? 'text-ink' : wordsOn[step]} ${className}`}
    >
      <svg width="100%" height="100%" className="absolute inset-0 -z-10" aria-hidden="true">
        <title>{title}</title>
        {step === null ? (
          <rect width="100%" height="100%" fill={hiddenFill(id)} className={hiddenEdge} />
        ) : (
          <Shade step={step} />
        )}
      </svg>
      {children}
    </Box>
  )
}

interface LegendProps {
  readonly values: readonly Count[]
  readonly shades: Shades
  readonly words: ChartWords
}

/** Which numbers each shade stands for. */
export function ShadeLegend({ values, shades, words }: LegendProps) {
  const { speech } = words
  const said = (value: number) => saidNumber(value, 'count', speech)
  return (
    <ChartLegend
      entries={[
        ...shades.ranges.map(({ step, first, last }) => ({
          key: `${step}`,
          words:
            first === last ? said(first) : speech.t('charts.range', { low: said(first), high: said(last) }),
          swatch: shadeSwatch(step),
        })),
        ...(values.includes(null) ? [hiddenEntry(words)] : []),
      ]}
    />
  )
}
