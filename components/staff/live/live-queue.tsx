'use client'

import { useRef, useState } from 'react'
import { isHeld } from '@/components/staff/live/held'
import { useGathered } from '@/components/staff/live/use-gathered'
import { useRefresh } from '@/components/staff/live/use-refresh'
import type { Refreshed } from '@/components/staff/live/use-refresh'
import { useStream } from '@/components/staff/live/use-stream'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'

interface LiveQueueWords {
  readonly one: string
  /** With `{count}` in it. */
  readonly many: string
  readonly other: string
  readonly show: string
  readonly lost: string
  readonly ended: string
}

interface Props {
  readonly href: string
  readonly words: LiveQueueWords
}

interface News {
  readonly fresh: number
  readonly isWaiting: boolean
  /** How often something came: the same words again are read out again. */
  readonly times: number
}

/** From one refresh to the next, in milliseconds, however much changes. */
const between = 3_000

/**
 * Keeps the queue as it is now, and says how many cases are new to it. Under a form that somebody is at nothing moves: they are told, and
 * press to see it. Without JavaScript nothing is shown; a reload shows what is new.
 */
export function LiveQueue({ href, words }: Props) {
  const isListening = useHydrated()
  const refresh = useRefresh()
  const [{ fresh, isWaiting, times }, setNews] = useState<News>({ fresh: 0, isWaiting: false, times: 0 })
  const [state, setState] = useState<Refreshed>('asked')
  const status = useRef<HTMLParagraphElement>(null)
  const show = async (count: number, by: 'itself' | 'hand') => {
    const now = await refresh(by)
    setState(now)
    if (now === 'asked')
      setNews((before) => ({
        fresh: count === 0 ? before.fresh : count,
        isWaiting: false,
        times: before.times + (by === 'itself' && count > 0 ? 1 : 0),
      }))
    return now
  }
  const { gather, settle } = useGathered(between, (count) => {
    if (isHeld()) {
      setState((was) => (was === 'lost' ? 'held' : was))
      setNews((before) => ({
        fresh: count,
        isWaiting: true,
        times: before.times + (before.isWaiting ? 0 : 1),
      }))
      return false
    }
    // What nothing answered is asked again, as what was held is; a session that is over is over.
    return show(count, 'itself').then((now) => now === 'asked' || now === 'ended')
  })
  const press = async () => {
    if ((await show(fresh, 'hand')) === 'asked') settle()
  }
  const isLost = useStream(href, {
    queue: ({ fresh: count }) => {
      gather(typeof count === 'number' ? count : 0)
    },
  })
  return (
    <div
      data-live={isListening ? 'queue' : undefined}
      className="no-print flex min-h-6 flex-wrap items-center gap-x-3"
    >
      <p ref={status} tabIndex={-1} role="status" className="text-sm text-ink-soft">
        <span key={times}>
          {state === 'ended'
            ? words.ended
            : isLost || state === 'lost'
              ? words.lost
              : textOf(fresh, isWaiting, words)}
        </span>
      </p>
      {isWaiting ? (
        <Button
          type="button"
          look="quiet"
          onClick={() => {
            // The button goes with the press; the focus stays where it is said what came.
            status.current?.focus()
            void press()
          }}
        >
          {words.show}
        </Button>
      ) : null}
    </div>
  )
}

function textOf(fresh: number, isWaiting: boolean, words: LiveQueueWords): string {
  if (fresh === 0) return isWaiting ? words.other : ''
  return fresh === 1 ? words.one : words.many.replace('{count}', String(fresh))
}
