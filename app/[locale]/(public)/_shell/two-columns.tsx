import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Beside the main part on a wide screen, after it on a phone. */
  readonly beside?: ReactNode
}

/** A readable column and, where there is something to say beside it, a narrow second one. */
export function TwoColumns({ children, beside }: Props) {
  return (
    <div className="grid gap-x-14 gap-y-10 pt-2 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div>{children}</div>
      {beside === undefined ? null : (
        <aside className="grid gap-5 self-start rounded-lg bg-paper-2 p-5 text-sm text-ink-soft">
          {beside}
        </aside>
      )}
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A heading and its words in the narrow column. */
export function AsidePart({ title, children }: PartProps) {
  return (
    <div>
      <h2 className="mb-1 text-base text-ink">{title}</h2>
      {children}
    </div>
  )
}
