import type { ReactNode } from 'react'

export interface SummaryRow {
  readonly id: string
  readonly label: string
  readonly value: ReactNode
  /** Where this can be changed. `about` is read after the word on the link, so that each link makes sense alone. */
  readonly change?: { readonly href: string; readonly word: string; readonly about: string }
}

/** Questions and answers, one row each; the answer keeps its line breaks and its own direction. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="border-t border-line">
      {rows.map((row) => (
        <div
          key={row.id}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[2fr_3fr_auto]"
        >
          <dt className="font-semibold">{row.label}</dt>
          <dd dir="auto" className="text-start whitespace-pre-wrap">
            {row.value}
          </dd>
          {row.change === undefined ? null : (
            <dd className="no-print">
              <a href={row.change.href} className="-my-1 inline-block py-1">
                {row.change.word}
                <span className="sr-only"> {row.change.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
