import type { ReactNode } from 'react'

/** Words of a table, and where they lead. */
interface TableCell {
  readonly text: string
  readonly href?: string | undefined
}

interface TableRow {
  readonly key: string
  readonly head: TableCell
  readonly cells: readonly TableCell[]
  /** True when its number is not shown: it is left out on paper where `leftOut` says so. */
  readonly isUntold?: boolean
}

/** The numbers of a chart. The first column says which row it is. */
export interface TableData {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Said on paper in place of rows whose number is not shown, where there would be many of them. */
  readonly leftOut?: string | undefined
}

/** A row as one sentence after the other: `April 2026. This year: 12. The year before: 9.` */
export function rowInWords(columns: readonly string[], row: TableRow | undefined): string {
  if (row === undefined) return ''
  const cells = row.cells.map(({ text }, index) => `${columns[index + 1] ?? ''}: ${text}`)
  return `${[row.head.text, ...cells].join('. ')}.`
}

interface Props extends TableData {
  readonly caption: string
}

/** More columns than these are narrow ones: of days or hours. */
const fewColumns = 5

/** The numbers of a chart as a table; its words wrap, so that it is never wider than the page. */
export function ChartTable({ caption, columns, rows, leftOut }: Props) {
  const isDense = columns.length > fewColumns
  const look = (index: number, text: string) => cellLook(index, text, columns.length)
  return (
    <table
      className={`mt-1.5 w-full border-collapse tabular-nums ${isDense ? 'text-[0.75rem] @min-[30rem]:text-sm' : 'text-sm'}`}
    >
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col" className={`${look(index, column)} border-line-strong text-ink-soft`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells, isUntold = false }) => (
          <tr
            key={key}
            className={`break-inside-avoid ${isUntold && leftOut !== undefined ? 'print:hidden' : ''}`}
          >
            <th scope="row" className={`${look(0, head.text)} border-line font-normal`}>
              <Linked href={head.href}>{head.text}</Linked>
            </th>
            {cells.map(({ text, href }, index) => (
              <td key={index} className={`${look(index + 1, text)} border-line`}>
                <Linked href={href}>{text}</Linked>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {leftOut === undefined ? null : (
        <tfoot className="hidden print:table-row-group">
          <tr>
            <td colSpan={columns.length} className="py-1">
              {leftOut}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function cellLook(index: number, text: string, columns: number): string {
  const isDense = columns > fewColumns
  const side = index === 0 ? 'text-start' : 'text-end'
  const gap = index === 0 ? (isDense ? 'pe-0.5' : 'pe-2') : isDense ? 'ps-0.5 @min-[30rem]:ps-1' : 'ps-2'
  return `border-b py-1 align-bottom ${side} ${gap} ${breaksOf(text, columns)}`
}

/** Where a text may be broken: a few words nowhere if there is room, a word only if the columns have no room for it. */
function breaksOf(text: string, columns: number): string {
  const longest = Math.max(...text.split(' ').map((word) => word.length))
  const isDense = columns > fewColumns
  const within = longest > (isDense ? 5 : 30 / columns) ? 'wrap-anywhere hyphens-auto' : 'wrap-break-word'
  return text.length <= 14 && !isDense ? `${within} @min-[30rem]:whitespace-nowrap` : within
}

interface LinkedProps {
  readonly href: string | undefined
  readonly children: ReactNode
}

/** Words that lead somewhere, or just words. */
export function Linked({ href, children }: LinkedProps) {
  return href === undefined ? children : <a href={href}>{children}</a>
}
