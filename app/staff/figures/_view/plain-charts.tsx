import { BarChart } from '@/components/charts/bar-chart'
import { SpanChart } from '@/components/charts/span-chart'
import { TileMap } from '@/components/charts/tile-map'
import { TrendChart } from '@/components/charts/trend-chart'
import { intervalOfCount } from '@/lib/domain/figures/interval'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { chartOf } from './chart-of'
import { countBefore, countOf, labelOf, saidPeriod, shareWords, shortPeriod } from './figure-words'
import type { FigureWords, LinkOf } from './figure-words'
import type { WaitWords } from './wait-words'
import { Years } from './years'

interface Props {
  readonly table: FigureTable
  readonly words: FigureWords
  /** Absent: nothing leads anywhere, as on paper. */
  readonly linkOf?: LinkOf | undefined
}

/** How many came, period by period, beside the year before. */
export function Trend({ table, words, linkOf }: Props) {
  const { speech } = words
  const { t } = speech
  const isOfYears =
    new Set(table.cells.map(({ key: [first = ''] }) => first.slice(5))).size < table.cells.length
  return (
    <TrendChart
      {...chartOf(table, words)}
      names={{ period: t('figures.table.trend.row'), value: t('figures.value'), before: t('figures.before') }}
      periods={table.cells.map(({ key, answer, before }) => ({
        key: key.join(' '),
        label: saidPeriod(key, speech),
        short: shortPeriod(key, speech, isOfYears),
        value: countOf(answer),
        before: countBefore(before),
        ...(answer.shown ? { interval: intervalOfCount(answer.count) } : {}),
        href: linkOf?.(table, { key, answer }),
      }))}
      below={hasYears(table) ? <Years {...{ table, words }} /> : null}
    />
  )
}

/** Months are laid out by years where there is more than one, and something to be seen. */
function hasYears({ cells }: FigureTable): boolean {
  return cells.length > 12 && cells.some(({ answer }) => answer.shown)
}

interface BarsProps extends Props {
  /** The value whose share of all is said, where one matters. */
  readonly share?: string
  readonly inOrder?: boolean
}

/** How values compare, each beside the year before. */
export function Bars({ table, words, linkOf, share, inOrder = false }: BarsProps) {
  const { speech } = words
  const { t } = speech
  const key = `figures.table.${table.id}` as const
  const notes = [
    t.has(`${key}.note`) ? t(`${key}.note`) : '',
    share === undefined ? '' : shareWords(table, share, speech),
  ]
  return (
    <BarChart
      {...chartOf(table, words, notes.filter((note) => note !== '').join(' '))}
      names={{ row: t(`${key}.row`), value: t('figures.value'), mark: t('figures.before') }}
      inOrder={inOrder}
      bars={table.cells.map((cell) => ({
        key: cell.key.join(' '),
        label: labelOf(table.id, cell.key, words),
        value: countOf(cell.answer),
        mark: countBefore(cell.before),
        href: linkOf?.(table, cell),
      }))}
    />
  )
}

/** Where: the districts as tiles. `tiles`: where each lies on the map. */
export function Places({
  table,
  words,
  linkOf,
  tiles,
}: Props & { readonly tiles: ReadonlyMap<string, readonly [number, number] | undefined> }) {
  const { t } = words.speech
  return (
    <TileMap
      {...chartOf(table, words)}
      names={{ row: t('figures.table.district.row'), value: t('figures.value') }}
      places={table.cells.map(({ key: [district = ''], answer }) => ({
        key: district,
        label: labelOf('district', [district], words),
        value: countOf(answer),
        tile: tiles.get(district),
        href: linkOf?.(table, { key: [district], answer }),
      }))}
    />
  )
}

/** How long people waited, by the clock. */
export function Waits({ table, words, waits }: Props & { readonly waits: WaitWords }) {
  const { t } = words.speech
  const key = 'figures.table.time'
  return (
    <SpanChart
      {...chartOf(table, words, waits.aim)}
      names={{ row: t(`${key}.row`), value: t('figures.value') }}
      mark={waits.mark}
      bands={table.cells.map((cell) => ({
        key: cell.key[0] ?? '',
        label: labelOf('time', cell.key, words),
        value: countOf(cell.answer),
      }))}
    />
  )
}
