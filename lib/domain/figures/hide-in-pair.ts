/** A table of whole-year counts by two dimensions, row by row. */
type Table = readonly (readonly number[])[]

/** The rows and columns whose crossings are hidden. */
export interface HiddenRectangle {
  readonly rows: ReadonlySet<number>
  readonly columns: ReadonlySet<number>
}

/**
 * What is hidden of a table whose sums of rows and columns are all told and enough: a full rectangle, every row that has a small cell by every
 * column that has one, grown by the smallest until the part of each of its rows and columns that lies in it is enough. None is small too: see
 * `hideInPeriods`. What can be reckoned out of a full rectangle by its sums are whole rows and whole columns of it, and nothing else.
 */
export function hideInPair(table: Table, minimum: number): HiddenRectangle {
  const rows = new Set(table.flatMap((row, r) => (row.some((count) => count < minimum) ? [r] : [])))
  const columns = new Set(
    columnsOf(table).flatMap((one, c) => (one.some((count) => count < minimum) ? [c] : [])),
  )
  while (grow(table, rows, columns, minimum) || grow(columnsOf(table), columns, rows, minimum));
  return { rows, columns }
}

/** Where a hidden row has too little inside, hides the smallest other column; whether it did. */
function grow(table: Table, rows: ReadonlySet<number>, columns: Set<number>, minimum: number): boolean {
  const inside = (row: readonly number[]) =>
    row.reduce((sum, count, c) => sum + (columns.has(c) ? count : 0), 0)
  if (table.every((row, r) => !rows.has(r) || inside(row) >= minimum)) return false
  const sizes = columnsOf(table).map((column) => column.reduce((sum, count) => sum + count, 0))
  const [smallest] = sizes
    .map((size, c) => ({ size, c }))
    .filter(({ c }) => !columns.has(c))
    .sort((a, b) => a.size - b.size || a.c - b.c)
  if (smallest === undefined) return false
  columns.add(smallest.c)
  return true
}

function columnsOf(table: Table): Table {
  return (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? 0))
}
