'use client'

import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

interface SummaryItem {
  /** Id of the control to go to. */
  readonly target: string
  readonly message: string
}

/** What is more urgent than anything that is wrong with a form. */
export interface Urgent {
  /** Id of its heading. */
  readonly titleId: string
  readonly node: ReactNode
}

interface Props {
  readonly title: string
  readonly items: readonly SummaryItem[]
  /** Changes with every attempt, so that each one moves the focus here. */
  readonly attempt: number
  /** Read, seen and come to before all of it. */
  readonly first?: Urgent | undefined
}

/** What needs attention, at the top of the page, each a link to its control. With JavaScript it takes the focus. */
export function ErrorSummary({ title, items, attempt, first }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [attempt])
  return (
    <div
      ref={box}
      id="problem"
      role="alert"
      tabIndex={-1}
      aria-labelledby={first === undefined ? 'problem-title' : `${first.titleId} problem-title`}
      className="mb-8"
    >
      {first?.node}
      <div className="rounded-md border-2 border-danger bg-danger-wash px-5 py-4">
        <h2 id="problem-title" className="text-lg">
          {title}
        </h2>
        <ul className="mt-2 grid gap-1">
          {items.map((item) => (
            <li key={item.target}>
              <a href={`#${item.target}`} className="font-semibold text-danger hover:text-danger-strong">
                {item.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
