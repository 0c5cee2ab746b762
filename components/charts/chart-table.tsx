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
}

/** The numbers of a chart. The first column says which row it is. */
export interface TableData {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
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

/** The numbers of a chart as a table; its words wrap, so that it is never wider than the page. */
export function ChartTable({ caption, columns, rows }: Props) {
  return (
    <table className="mt-1.5 w-full border-collapse text-sm wrap-anywhere tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col" className={`${edge(index)} border-line-strong text-ink-soft`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key} className="break-inside-avoid">
            <th scope="row" className={`${edge(0)} ${together(head, 1)} border-line font-normal`}>
              <Linked href={head.href}>{head.text}</Linked>
            </th>
            {cells.map((cell, index) => (
              <td key={index} className={`${edge(index + 1)} ${together(cell, columns.length)} border-line`}>
                <Linked href={cell.href}>{cell.text}</Linked>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const edge = (index: number) =>
  `border-b py-1 align-bottom ${index === 0 ? 'pe-2 text-start' : 'ps-2 text-end'}`

/** A few words stay on one line where there is room, also beside a column with many. */
const together = ({ text }: TableCell, columns: number) =>
  text.length <= 14 && columns <= 5 ? '@min-[30rem]:whitespace-nowrap' : ''

interface LinkedProps {
  readonly href: string | undefined
  readonly className?: string
  readonly children: ReactNode
}

/** Words that lead somewhere, or just words. */
export function Linked({ href, className, children }: LinkedProps) {
  if (href === undefined) return children
  return (
    <a href={href} className={className}>
      {children}
    </a>
  )
}
