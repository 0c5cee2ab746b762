import type { ReactNode } from 'react'

interface Props {
  readonly id: string
  /** The question that this part answers. */
  readonly title: string
  readonly children: ReactNode
}

/** A part of a page of insight: a question, and its answer. */
export function Part({ id, title, children }: Props) {
  return (
    <section className="card grid min-w-0 gap-3" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="card-title">
        {title}
      </h2>
      {children}
    </section>
  )
}
