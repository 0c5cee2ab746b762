import { sankey } from 'd3-sankey'
import { area, curveBumpX } from 'd3-shape'
import type { Count } from './chart-words'

/** From one thing to another. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly value: Count
  /** Where the cases of it are. */
  readonly href?: string | undefined
}

/** A node: from where to where it reaches, in thousandths of the height. */
export interface PlacedNode {
  readonly key: string
  readonly side: 'from' | 'to'
  readonly top: number
  readonly bottom: number
}

/** A ribbon, in a picture of 100 by 1000. */
export interface PlacedFlow {
  readonly flow: Flow
  readonly path: string
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[]
  readonly flows: readonly PlacedFlow[]
}

/** Of the height, what lies between nodes; the rest is theirs by their size. */
const gaps = 0.62
/** How thick a flow is drawn whose number is not shown, as a part of all: the same for each, so that it says nothing. */
const hiddenPart = 0.02

interface Node {
  readonly key: string
  readonly side: 'from' | 'to'
}

/** Where nodes and ribbons lie, the largest first on either side. Flows of nought are left out; where no number is shown there is nothing to lay out. */
export function layoutFlows(flows: readonly Flow[]): FlowLayout {
  const drawn = flows.filter(({ value }) => value !== 0)
  const sum = drawn.reduce((total, { value }) => total + (value ?? 0), 0)
  if (sum === 0) return { nodes: [], flows: [] }
  const links = drawn.map((flow) => ({
    flow,
    source: `from ${flow.from}`,
    target: `to ${flow.to}`,
    value: flow.value ?? sum * hiddenPart,
  }))
  const sides = (['from', 'to'] as const).map((side) => bySize(links, side))
  const most = Math.max(...sides.map((nodes) => nodes.length))
  const laid = sankey<Node, { readonly flow: Flow }>()
    .nodeId(({ key, side }) => `${side} ${key}`)
    .nodeSort(null)
    .nodeWidth(0)
    .nodePadding(most === 1 ? 0 : (1000 * gaps) / (most - 1))
    .extent([
      [0, 0],
      [100, 1000],
    ])({ nodes: sides.flat(), links })
  const ribbon = area<readonly [number, number]>()
    .x(([x]) => x)
    .curve(curveBumpX)
  return {
    nodes: laid.nodes.map(({ key, side, y0 = 0, y1 = 0 }) => ({ key, side, top: y0, bottom: y1 })),
    flows: laid.links.map(({ flow, y0 = 0, y1 = 0, width = 0 }) => ({
      flow,
      path:
        ribbon.y0(([, y]) => y - width / 2).y1(([, y]) => y + width / 2)([
          [0, y0],
          [100, y1],
        ]) ?? '',
    })),
  }
}

function bySize(
  links: readonly { readonly flow: Flow; readonly value: number }[],
  side: 'from' | 'to',
): Node[] {
  const sizes = new Map<string, number>()
  for (const { flow, value } of links) sizes.set(flow[side], (sizes.get(flow[side]) ?? 0) + value)
  return [...sizes].toSorted(([, a], [, b]) => b - a).map(([key]) => ({ key, side }))
}
