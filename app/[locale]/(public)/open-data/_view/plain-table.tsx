interface Props {
  readonly title: string
  readonly note?: string
  readonly columns: readonly string[]
  /** The first cell of each is what the line is of. */
  readonly rows: readonly (readonly string[])[]
}

/** A table of numbers that fits a telephone. */
export function PlainTable({ title, note, columns, rows }: Props) {
  const cell = 'border-b border-line py-1.5 align-bottom'
  return (
    <section className="min-w-0">
      <h2 className="text-lg">{title}</h2>
      {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
      <table className="mt-2 w-full table-fixed border-collapse text-sm tabular-nums">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={`${cell} ${at === 0 ? 'w-2/5 text-start' : 'ps-2 text-end'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...numbers]) => (
            <tr key={name} className="break-inside-avoid">
              <th scope="row" className={`${cell} text-start font-normal wrap-anywhere`}>
                {name}
              </th>
              {numbers.map((number, at) => (
                <td key={at} className={`${cell} ps-2 text-end`}>
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
