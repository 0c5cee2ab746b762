import { percent } from './chart-scale'
import type { Flow, PlacedFlow, PlacedNode } from './flow-layout'

/** As tall on a phone as its labels need, which wrap there; no taller than a screen elsewhere. */
const look = 'overflow-visible @min-[48rem]:max-h-[36rem]'
const heightOf = (most: number) => `${Math.max(14, 6.2 * (most - 1))}rem`

interface RibbonsProps {
  readonly nodes: readonly PlacedNode[]
  readonly ribbons: readonly PlacedFlow[]
  readonly most: number
  readonly said: (flow: Flow) => string
}

/** The ribbons between the nodes. One whose number is not shown is as thin as any other such, and dashed. */
export function Ribbons({ nodes, ribbons, most, said }: RibbonsProps) {
  return (
    <svg width="100%" height={heightOf(most)} className={`${look} rtl:-scale-x-100`} aria-hidden="true">
      <svg width="100%" height="100%" viewBox="0 0 100 1000" preserveAspectRatio="none">
        {ribbons.map(({ flow, path }) => (
          <path
            key={`${flow.from} ${flow.to}`}
            d={path}
            className={`[vector-effect:non-scaling-stroke] ${flow.value === null ? 'fill-chart-paper stroke-chart-hidden [stroke-dasharray:3_3]' : 'fill-chart-band stroke-chart-before stroke-[0.75]'}`}
          >
            <title>{said(flow)}</title>
          </path>
        ))}
      </svg>
      {nodes.map(({ key, side, top, bottom }) => (
        <line
          key={`${side} ${key}`}
          x1={side === 'from' ? '0' : '100%'}
          x2={side === 'from' ? '0' : '100%'}
          y1={percent(top / 10)}
          y2={percent(bottom / 10)}
          className="stroke-chart-mark stroke-[7]"
        />
      ))}
    </svg>
  )
}

interface LabelsProps {
  readonly nodes: readonly PlacedNode[]
  readonly most: number
  readonly which: 'from' | 'to'
  readonly label: (node: PlacedNode) => string
  readonly said: (node: PlacedNode) => string
}

/** The words beside the nodes of one side; they wrap, where letters drawn in a picture could not. The number stands behind them where two lines have room for both, or else below. */
export function NodeLabels({ nodes, most, which, label, said }: LabelsProps) {
  const room = 62 / Math.max(1, most - 1)
  return (
    <svg width="100%" height={heightOf(most)} className={look}>
      {nodes.map((node) => (
        <foreignObject
          key={node.key}
          width="100%"
          y={percent((node.top + node.bottom) / 20 - room / 2)}
          height={percent(room)}
          className="overflow-visible"
        >
          <div
            className={`flex h-full flex-col justify-center px-2 text-xs leading-tight hyphens-auto wrap-anywhere ${which === 'from' ? 'text-end' : ''}`}
          >
            <p>
              <span className="line-clamp-3 @min-[48rem]:inline">{label(node)}</span>{' '}
              <span className="block font-semibold tabular-nums @min-[48rem]:inline">{said(node)}</span>
            </p>
          </div>
        </foreignObject>
      ))}
    </svg>
  )
}
