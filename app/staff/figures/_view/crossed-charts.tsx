import { FlowChart } from '@/components/charts/flow-chart'
import { WeekMap } from '@/components/charts/week-map'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { chartOf } from './chart-of'
import { countOf, saidValue, saidWeekday } from './figure-words'
import type { FigureWords, LinkOf } from './figure-words'

interface Props {
  readonly table: FigureTable
  readonly words: FigureWords
}

const partsOf = ({ cells }: FigureTable, place: 0 | 1) => [
  ...new Set(cells.map(({ key }) => key[place] ?? '')),
]

/** When in the week: days by times of day. */
export function Week({ table, words }: Props) {
  const { speech } = words
  const dayparts = partsOf(table, 1)
  const count = (day: string, part: string) => {
    const cell = table.cells.find(({ key }) => key[0] === day && key[1] === part)
    return cell === undefined ? null : countOf(cell.answer)
  }
  return (
    <WeekMap
      {...chartOf(table, words)}
      rowName={speech.t('figures.table.week.row')}
      columns={dayparts.map((part) => speech.t(`figures.daypart.${part}`))}
      rows={partsOf(table, 0).map((day) => ({
        key: day,
        label: saidWeekday(day, speech, 'long'),
        short: saidWeekday(day, speech, 'short'),
        cells: dayparts.map((part) => ({ value: count(day, part) })),
      }))}
    />
  )
}

/** What became of cases, by how they came. Ways and endings of which there is nothing are not drawn. */
export function Endings({ table, words, linkOf }: Props & { readonly linkOf?: LinkOf | undefined }) {
  const { t } = words.speech
  const key = 'figures.table.endings'
  const told = table.cells.filter(({ answer }) => !answer.shown || answer.count > 0)
  const said = (place: 0 | 1, id: 'channel' | 'endings') =>
    Object.fromEntries(partsOf(table, place).map((part) => [part, saidValue(id, part, words)]))
  return (
    <FlowChart
      {...chartOf(table, words)}
      names={{ from: t(`${key}.from`), to: t(`${key}.to`), value: t('figures.value') }}
      labels={{ from: said(0, 'channel'), to: said(1, 'endings') }}
      flows={told.map(({ key: [from = '', to = ''], answer }) => ({
        ...{ from, to, value: countOf(answer) },
        href: linkOf?.(table, { key: [from, to], answer }),
      }))}
    />
  )
}
