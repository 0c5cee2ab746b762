'use client'

import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { whenOver } from '@/components/staff/live/when-over'

interface Props {
  /** When it is safe no more; null: no hour ends it. */
  readonly until: Date | null
  /** When the page was made, by the clock that `until` goes by: the one of this computer may be wrong. */
  readonly now: Date
  /** What stands in its place from then on. */
  readonly after: ReactNode
  readonly children: ReactNode
}

/** Takes what may be at hand only at some hours off a page that lies open when they end. Without JavaScript it says until when beside it. */
export function SafeUntil({ until, now, after, children }: Props) {
  const end = until?.getTime() ?? null
  const left = end === null ? null : end - now.getTime()
  const [ended, setEnded] = useState<number | null>(null)
  useEffect(
    () =>
      left === null
        ? undefined
        : whenOver(left, () => {
            setEnded(end)
          }),
    [end, left],
  )
  return end !== null && ended === end ? after : children
}
