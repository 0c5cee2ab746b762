import type { ReactNode } from 'react'

interface Props {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A plain table of the desk: rows become cards with named lines on a narrow screen. */
export function DataTable({ caption, columns, rows }: Props) {
  return (
    <table className="w-full border-collapse tabular-nums max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className="border-b border-line-strong px-2.5 py-1.5 text-start text-sm font-semibold text-ink-soft"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">
        {rows.map(({ key, cells }) => (
          <tr
            key={key}
            className="hover:bg-paper-2 max-md:block max-md:rounded-lg max-md:border max-md:border-line max-md:p-3"
          >
            {cells.map((cell, index) => {
              // The first says which row it is, to whoever hears a cell alone.
              const Cell = index === 0 ? 'th' : 'td'
              return (
                <Cell
                  key={columns[index]}
                  scope={index === 0 ? 'row' : undefined}
                  data-label={columns[index]}
                  className="px-2.5 py-2 text-start align-top font-normal max-md:block max-md:p-0 max-md:empty:hidden md:border-b md:border-line max-md:not-first:before:me-2 max-md:not-first:before:text-sm max-md:not-first:before:text-ink-soft max-md:not-first:before:content-[attr(data-label)]"
                >
                  {cell}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
