import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** A sentence under the heading that says what the page is for. */
  readonly lead?: ReactNode
}

/** The one main heading of a page. */
export function Heading({ children, lead }: Props) {
  return (
    <div className="mb-6">
      <h1 className="text-xl tracking-tight">{children}</h1>
      {lead === undefined ? null : <p className="mt-2 text-ink-soft">{lead}</p>}
    </div>
  )
}
