import type { ReactNode } from 'react'

/** Help under a label. Its id goes into the control's `aria-describedby`. */
export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="mb-2.5 text-ink-soft">
      {children}
    </p>
  )
}

interface ErrorProps {
  readonly id: string
  /** Said before the message to people who hear the page, for example `Error:`. */
  readonly prefix: string
  readonly children: ReactNode
}

/** What is wrong with one control, right above it. */
export function FieldError({ id, prefix, children }: ErrorProps) {
  return (
    <p id={id} className="mb-2.5 font-semibold text-danger">
      <span className="sr-only">{prefix} </span>
      {children}
    </p>
  )
}
