import { countMonths } from './month-counts'
import { pairName } from './measures'
import type { By, DimensionPair } from './measures'
import { pairCells } from './pair-cells'
import { gatherPeriods } from './periods'
import type { PublishedRow, Tally } from './rows'
import type { Shape } from './shape'
import { tableOf, toldTotal, valuesBy } from './year-tables'
import type { CountedYear, DimensionTable } from './year-tables'

/** What one measure of one statistics year is told from. */
export interface YearToRelease {
  readonly year: number
  /** All months of the year. */
  readonly months: readonly string[]
  /** How many of them, from the first on, are released. */
  readonly released: number
  /** How many of them, from the first on, are never told of: of such a year there are no totals and no pairs. */
  readonly untold: number
  /** Of this measure in the released months, frozen as each was released. */
  readonly tallies: readonly Tally[]
  /** Of this measure in the year before; empty where there was none. Only what is hidden beforehand comes of them. */
  readonly before: readonly Tally[]
  readonly minimum: number
}

interface Year extends YearToRelease, CountedYear {}

/**
 * All that is told of one measure in one year (decision 0051): safe by construction, the same for everybody, and nothing but the truth or null.
 * Told with one more month it is these rows and more: no row told before is changed or taken back, as long as the tallies of released months,
 * the year before and the minimum stay what they were.
 */
export function release(shape: Shape, input: YearToRelease): readonly PublishedRow[] {
  const months = input.months.slice(input.untold, input.released)
  const counts = countMonths(input.tallies)
  const yearEnds = input.released === input.months.length
  const isWhole = yearEnds && input.untold === 0
  const totalOf = (month: string) => counts.total([month])
  const periods = gatherPeriods(months, totalOf, { minimum: input.minimum, yearEnds })
  const year: Year = { ...input, shape, counts, periods, isWhole }
  const tables = shape.dimensions.map(({ dimension }) => tableOf(dimension, year))
  return [
    ...periods.map((period) => rowOf(year, period.months, 'all', '', period.short ? null : period.total)),
    ...tables.flatMap((table) => periods.flatMap((_, at) => rowsOfPeriod(year, table, at))),
    ...(isWhole ? rowsOfYear(year, tables) : []),
  ]
}

function rowsOfPeriod(year: Year, table: DimensionTable, at: number): readonly PublishedRow[] {
  const period = year.periods[at]
  if (period === undefined) return []
  const counts = year.counts.by(table.dimension, period.months)
  const isHidden = (value: string) => period.short || table.hiding.hidden[at]?.has(value) === true
  return valuesBy(at, table, year).map((value) =>
    rowOf(year, period.months, table.dimension, value, isHidden(value) ? null : (counts.get(value) ?? 0)),
  )
}

function rowsOfYear(year: Year, tables: readonly DimensionTable[]): readonly PublishedRow[] {
  const isShort = year.periods.some(({ short }) => short)
  const last = year.periods.length - 1
  return [
    wholeRow(year, 'all', ['', ''], isShort ? null : year.counts.total(year.months)),
    ...tables.flatMap((table) =>
      valuesBy(last, table, year).map((value) =>
        wholeRow(year, table.dimension, [value, ''], toldTotal(table, value)),
      ),
    ),
    ...year.shape.pairs.flatMap((pair) => rowsOfPair(year, pair, tables)),
  ]
}

function rowsOfPair(
  year: Year,
  pair: DimensionPair,
  tables: readonly DimensionTable[],
): readonly PublishedRow[] {
  const [one, other] = pair.map((dimension) => tables.find((table) => table.dimension === dimension))
  if (one === undefined || other === undefined) return []
  const told = pairCells(pair, [one, other], year)
  const last = year.periods.length - 1
  return valuesBy(last, one, year).flatMap((a) =>
    valuesBy(last, other, year).map((b) => wholeRow(year, pairName(pair), [a, b], told(a, b))),
  )
}

function rowOf(
  { shape, year }: Year,
  months: readonly string[],
  by: By,
  a: string,
  count: number | null,
): PublishedRow {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  return { measure: shape.measure, year, first, last, whole: false, by, a, b: '', count }
}

function wholeRow(year: Year, by: By, [a, b]: readonly [string, string], count: number | null): PublishedRow {
  return { ...rowOf(year, year.months, by, a, count), b, whole: true }
}
