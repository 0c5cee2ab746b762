import type { StatisticsRules } from '../force'
import type { By, Measure } from './measures'
import type { PublishedRow } from './rows'

/** The published rows of a force, to be asked. */
export interface ToldFigures {
  readonly rules: Pick<StatisticsRules, 'yearBegins'>
  /** The first month that is told of; null where there is none. Nothing is known of what was before. */
  readonly begin: string | null
  /** Whether anything was counted by it in that year: a force changes what it counts by. */
  readonly isCounted: (measure: Measure, year: number, by: By) => boolean
  /** Periods of a year, in their order: the rows that are by nothing. */
  readonly periods: (measure: Measure, year: number) => readonly PublishedRow[]
  /** The row of a whole year; null until it is told, and of the year in which counting began. */
  readonly whole: (measure: Measure, year: number, by: By, a: string, b: string) => PublishedRow | null
  /** What a period has of a value: null where it is hidden. */
  readonly inPeriod: (period: PublishedRow, by: By, a: string) => number | null
  /** The values of a dimension that rows are by. */
  readonly values: (measure: Measure, by: By) => readonly string[]
}

const keyOf = ({ measure, year, first, last, whole, by, a, b }: Omit<PublishedRow, 'count'>) =>
  [measure, year, whole ? 'whole' : `${first}:${last}`, by, a, b].join('|')

/** Sets published rows in order. `from`: the first month that is told of, where it is known and these rows may be later. */
export function toldFigures(
  rows: readonly PublishedRow[],
  rules: Pick<StatisticsRules, 'yearBegins'>,
  from: string | null = null,
): ToldFigures {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const ofAll = rows.filter(({ by, whole }) => by === 'all' && !whole)
  const periods = [...ofAll].sort((one, other) => (one.first < other.first ? -1 : 1))
  const begin = from ?? periods[0]?.first ?? null
  const counted = new Set(rows.map(({ measure, year, by }) => `${measure}|${String(year)}|${by}`))
  const isCounted = (measure: Measure, year: number, by: By) =>
    counted.has(`${measure}|${String(year)}|${by}`)
  const values = new Map<string, Set<string>>()
  for (const { measure, by, a } of rows) {
    const key = `${measure}|${by}`
    values.set(key, (values.get(key) ?? new Set()).add(a))
  }
  return {
    rules,
    begin,
    isCounted,
    periods: (measure, year) => periods.filter((one) => one.measure === measure && one.year === year),
    whole: (measure, year, by, a, b) =>
      byKey.get(keyOf({ measure, year, first: '', last: '', whole: true, by, a, b })) ?? null,
    inPeriod: (period, by, a) => {
      if (by === 'all' || period.count === null) return period.count
      const row = byKey.get(keyOf({ ...period, by, a }))
      if (row !== undefined) return row.count
      return isCounted(period.measure, period.year, by) ? 0 : null
    },
    values: (measure, by) => [...(values.get(`${measure}|${by}`) ?? [])],
  }
}
