import { YearMap } from '@/components/charts/year-map'
import { monthsOfYear } from '@/lib/domain/figures/statistics-year'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { saidPeriod, shortPeriod } from './figure-words'
import type { FigureWords } from './figure-words'
import { yearRows } from './year-rows'

interface Props {
  readonly table: FigureTable
  readonly words: FigureWords
}

/** The months of a trend as a calendar, each below the same month of the year before. The trend has their table. */
export function Years({ table, words }: Props) {
  const { speech, yearBegins } = words
  const { t } = speech
  const key = 'figures.table.trend.years'
  const isOfSeveral = table.cells.some(({ key: [first, last] }) => first !== last)
  return (
    <YearMap
      words={{
        id: table.id,
        title: t(`${key}.title`),
        summary: spanWords(table, words),
        note: [t(`${key}.scale`), ...(isOfSeveral ? [t(`${key}.several`)] : [])].join(' '),
        level: 3,
        speech,
      }}
      columns={monthsOfYear(2000, { yearBegins }).map((month) => shortPeriod([month], speech, false))}
      rows={yearRows(table, words)}
    />
  )
}

/** In which month most came, and in which fewest, of those that are shown. */
function spanWords(table: FigureTable, words: FigureWords): string {
  const { speech } = words
  const shown = table.cells
    .flatMap(({ key, answer }) =>
      answer.shown ? [{ label: saidPeriod(key, speech), count: answer.count }] : [],
    )
    .toSorted((one, other) => one.count - other.count)
  const [fewest, most] = [shown[0], shown.at(-1)]
  if (fewest === undefined || most === undefined) return speech.t('figures.noneShown')
  return speech.t('figures.table.trend.years.span', {
    ...{ most: most.label, count: most.count, fewest: fewest.label, least: fewest.count },
  })
}
