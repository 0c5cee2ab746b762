import { ChartFrame } from './chart-frame'
import { ChartLegend, dashedSwatch, hiddenEntry } from './chart-legend'
import { saidCount, saidNumber } from './chart-words'
import type { ChartWords, Speech } from './chart-words'
import { layoutFlows } from './flow-layout'
import type { Flow } from './flow-layout'
import { NodeLabels, Ribbons } from './flow-marks'

interface Props extends ChartWords {
  readonly flows: readonly Flow[]
  /** The words of every key that a flow comes from or goes to. */
  readonly labels: {
    readonly from: Readonly<Record<string, string>>
    readonly to: Readonly<Record<string, string>>
  }
  /** Headings: where flows come from, where they go, and the values. */
  readonly names: { readonly from: string; readonly to: string; readonly value: string }
}

/** What became of things that came in different ways: ribbons as thick as they are many. */
export function FlowChart({ flows, labels, names, ...words }: Props) {
  const { speech } = words
  const { nodes, flows: ribbons } = layoutFlows(flows)
  const most = Math.max(
    ...(['from', 'to'] as const).map((one) => nodes.filter(({ side }) => side === one).length),
  )
  const hidden = flows.filter(({ value }) => value === null).length
  const label = (side: 'from' | 'to', key: string) => labels[side][key] ?? key
  const side = (which: 'from' | 'to') => (
    <NodeLabels
      nodes={nodes.filter((node) => node.side === which)}
      label={({ key }) => label(which, key)}
      said={({ key }) =>
        saidTotal(
          flows.filter((flow) => flow[which] === key),
          speech,
        )
      }
      which={which}
      most={most}
    />
  )
  return (
    <ChartFrame
      words={words}
      table={{
        columns: [names.from, names.to, names.value],
        rows: flows.map(({ from, to, value, href }) => ({
          key: `${from} ${to}`,
          head: { text: label('from', from) },
          cells: [{ text: label('to', to), href }, { text: saidCount(value, 'count', speech) }],
          isUntold: value === null,
        })),
        leftOut: hidden === 0 ? undefined : speech.t('charts.leftOut', { count: hidden }),
      }}
      legend={hidden > 0 ? <ChartLegend entries={[{ ...hiddenEntry(words), swatch: dashedSwatch }]} /> : null}
    >
      {nodes.length === 0 ? (
        <p className="text-ink-soft">{speech.t(hidden > 0 ? 'charts.hidden' : 'charts.nothing')}</p>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] gap-x-2 pb-6 @min-[36rem]:grid-cols-[11rem_minmax(0,1fr)_11rem] @min-[48rem]:grid-cols-[15rem_minmax(0,1fr)_15rem]">
          <span className="px-2 pb-4 text-end text-xs font-semibold text-ink-soft">{names.from}</span>
          <span className="col-start-3 px-2 pb-4 text-xs font-semibold text-ink-soft">{names.to}</span>
          {side('from')}
          <Ribbons
            nodes={nodes}
            ribbons={ribbons}
            most={most}
            said={({ from, to, value }) =>
              `${label('from', from)} → ${label('to', to)}: ${saidCount(value, 'count', speech)}`
            }
          />
          {side('to')}
        </div>
      )}
    </ChartFrame>
  )
}

/** The sum of flows, or what is shown of it. */
function saidTotal(flows: readonly Flow[], speech: Speech): string {
  const shown = flows.flatMap(({ value }) => (value === null ? [] : [value]))
  const sum = shown.reduce((total, value) => total + value, 0)
  const total = saidNumber(sum, 'count', speech)
  if (shown.length === flows.length) return total
  return sum === 0 ? speech.t('charts.hidden') : speech.t('charts.atLeast', { count: total })
}
