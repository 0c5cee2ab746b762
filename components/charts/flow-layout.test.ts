import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layoutFlows } from './flow-layout'

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const someFlows = fc
  .uniqueArray(fc.record({ from: keys, to: keys, value: fc.option(fc.nat({ max: 5000 })) }), {
    selector: ({ from, to }) => `${from} ${to}`,
  })
  .filter((flows) => flows.some(({ value }) => value !== null && value > 0))

const tall = ({ top, bottom }: { top: number; bottom: number }) => bottom - top

it('nodes are as tall as what flows through them, inside the picture, and do not touch', () => {
  fc.assert(
    fc.property(someFlows, (flows) => {
      const { nodes } = layoutFlows(flows)
      for (const side of ['from', 'to'] as const) {
        const own = nodes.filter((node) => node.side === side)
        for (const [index, node] of own.entries()) {
          expect(node.top).toBeGreaterThanOrEqual(-1e-6)
          expect(node.bottom).toBeLessThanOrEqual(1000 + 1e-6)
          if (index > 0) expect(node.top - (own[index - 1]?.bottom ?? 0)).toBeGreaterThan(1)
        }
      }
      const shown = flows.map(({ from, to, value }) => ({ from, to, value: value ?? 0 }))
      const all = shown.reduce((sum, { value }) => sum + value, 0)
      const sizeOf = (side: 'from' | 'to', key: string) =>
        flows.filter((flow) => flow[side] === key).reduce((sum, { value }) => sum + (value ?? all * 0.02), 0)
      const scales = nodes.map((node) => tall(node) / sizeOf(node.side, node.key))
      for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 6)
    }),
  )
})

it('every flow that is not nought has a ribbon, and a hidden one is as thick as any other hidden one', () => {
  fc.assert(
    fc.property(someFlows, (flows) => {
      const { flows: ribbons } = layoutFlows(flows)
      expect(ribbons.map(({ flow }) => `${flow.from} ${flow.to}`).toSorted()).toEqual(
        flows
          .filter(({ value }) => value !== 0)
          .map(({ from, to }) => `${from} ${to}`)
          .toSorted(),
      )
      for (const { path } of ribbons) expect(path).not.toMatch(/NaN|Infinity/u)
    }),
  )
})

it('the largest comes first on either side', () => {
  const { nodes } = layoutFlows([
    { from: 'small', to: 'x', value: 3 },
    { from: 'large', to: 'y', value: 90 },
  ])
  expect(nodes.map(({ key }) => key)).toEqual(['large', 'small', 'y', 'x'])
})

it.each([[[]], [[{ from: 'a', to: 'b', value: 0 }]], [[{ from: 'a', to: 'b', value: null }]]])(
  '%j leaves nothing to draw',
  (flows) => {
    expect(layoutFlows(flows)).toEqual({ nodes: [], flows: [] })
  },
)
