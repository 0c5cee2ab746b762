import { hideInPair } from './hide-in-pair'
import type { DimensionPair } from './measures'
import { toldTotal } from './year-tables'
import type { CountedYear, DimensionTable } from './year-tables'

/** Values that are one line of a table of pairs. Those that are apart are one together, which is never told. */
interface Line {
  readonly values: readonly string[]
  readonly isApart: boolean
}

type Told = (a: string, b: string) => number | null

/** What is told of each cell of a table of pairs of a whole year. */
export function pairCells(
  pair: DimensionPair,
  [one, other]: readonly [DimensionTable, DimensionTable],
  year: CountedYear,
): Told {
  if (one.totals?.isPaired !== true || other.totals?.isPaired !== true) return () => null
  const shown = cellsOf(pair, linesOf(one), linesOf(other), year)
  // Where either value has no case in the year, neither has the pair.
  return (a, b) => (toldTotal(one, a) === 0 || toldTotal(other, b) === 0 ? 0 : shown(a, b))
}

function linesOf({ totals }: DimensionTable): readonly Line[] {
  if (totals === null) return []
  const single = [...totals.totals].filter(([value, total]) => total > 0 && !totals.apart.has(value))
  return [
    ...single.map(([value]) => ({ values: [value], isApart: false })),
    ...(totals.apart.size > 0 ? [{ values: [...totals.apart], isApart: true }] : []),
  ]
}

function cellsOf(
  pair: DimensionPair,
  rows: readonly Line[],
  columns: readonly Line[],
  { counts, periods, minimum }: CountedYear,
): Told {
  const months = periods.flatMap((period) => period.months)
  const inYear = counts.pair(pair, months)
  const table = rows.map((row) =>
    columns.map((column) =>
      row.values
        .flatMap((a) => column.values.map((b) => inYear(a, b)))
        .reduce((sum, count) => sum + count, 0),
    ),
  )
  const hidden = hideInPair(table, minimum)
  const lineOf = (lines: readonly Line[], value: string) =>
    lines.findIndex((line) => !line.isApart && line.values.includes(value))
  return (a, b) => {
    const [row, column] = [lineOf(rows, a), lineOf(columns, b)]
    const isHidden = hidden.rows.has(row) && hidden.columns.has(column)
    return isHidden ? null : (table[row]?.[column] ?? null)
  }
}
