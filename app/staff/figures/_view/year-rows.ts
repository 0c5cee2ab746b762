import type { YearCell, YearRow } from '@/components/charts/year-map'
import { monthsBetween, monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { countOf, saidPeriod, shortPeriod } from './figure-words'
import type { FigureWords } from './figure-words'

/** The periods of a trend as statistics years, each in its months. None of them goes over the end of a year. */
export function yearRows(
  { cells }: Pick<FigureTable, 'cells'>,
  { speech, yearBegins }: Pick<FigureWords, 'speech' | 'yearBegins'>,
): readonly YearRow[] {
  const rules = { yearBegins }
  const periods = cells.map(({ key: [first = '', last = first], answer }) => {
    const months = monthsBetween(first, last)
    const [label, short] = [saidPeriod([first, last], speech), shortPeriod([first, last], speech, false)]
    return { key: first, label, short, value: countOf(answer), of: months, months: months.length }
  })
  const at = new Map(periods.flatMap((period) => period.of.map((month) => [month, period] as const)))
  return [...new Set(periods.map(({ key }) => yearOf(key, rules)))].map((year) => ({
    key: String(year),
    label: yearBegins === 1 ? String(year) : `${String(year)}/${String(year + 1).slice(-2)}`,
    cells: monthsOfYear(year, rules).flatMap((month): readonly (YearCell | null)[] => {
      const period = at.get(month)
      if (period === undefined) return [null]
      return period.key === month ? [period] : []
    }),
  }))
}
