import type { ReturnRow } from '@/lib/domain/figures/return-table'
import type { Translate } from '@/lib/i18n/translate'
import { cellWords, returnColumns, rowWords } from './return-words'

interface Props {
  readonly rows: readonly ReturnRow[]
  readonly caption: string
  readonly t: Translate
}

/** The table itself. Where the page is narrower it scrolls by itself, by keyboard too. */
export function ReturnTable({ rows, caption, t }: Props) {
  const [of, ...columns] = returnColumns(t)
  return (
    <div
      role="region"
      aria-labelledby="return-caption"
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption id="return-caption" className="mb-1 text-start font-semibold">
          {caption}
        </caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="min-w-32 border-b border-line-strong py-1 pe-2 text-start align-bottom text-ink-soft"
            >
              {of}
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="min-w-20 border-b border-line-strong py-1 ps-2 text-end align-bottom text-ink-soft"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.of} className="break-inside-avoid">
              <th scope="row" className="border-b border-line py-1 pe-2 text-start font-normal">
                {rowWords(row, t)}
              </th>
              {row.cells.map((cell, at) => (
                <td
                  key={columns[at]}
                  className={`border-b border-line py-1 ps-2 text-end ${cell.shown ? '' : 'text-ink-soft'}`}
                >
                  {cellWords(cell, t)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
