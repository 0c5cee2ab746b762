'use client'

import { useEffect, useRef, useState } from 'react'
import { CompanyNotice } from '@/components/staff/live/company-notice'
import type { CompanyWords } from '@/components/staff/live/company-notice'
import { isHeld } from '@/components/staff/live/held'
import { useCompany } from '@/components/staff/live/use-company'
import type { Companion } from '@/components/staff/live/use-company'
import { useRefresh } from '@/components/staff/live/use-refresh'
import { useStream } from '@/components/staff/live/use-stream'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'

interface Props {
  readonly href: string
  /** Where it is said that the case is open here. */
  readonly hereUrl: string
  /** Which state of the case this page was made from. */
  readonly mark: string
  /** What must not move under whoever reads it: something is kept, or shown this once. */
  readonly stays: boolean
  readonly others: readonly Companion[]
  readonly words: CompanyWords & {
    readonly changed: string
    readonly show: string
    readonly updated: string
    readonly gone: string
    readonly lost: string
  }
}

/** How lately somebody must have been at the page for it to show more by itself: each showing is a look in the audit. In milliseconds. */
const lately = 60_000

/**
 * Keeps a case as it is now, and says who else has it open and who writes. It changes by itself only before somebody who is there, and
 * never under a form they are at; else it says that something is new, and a press shows it. Without JavaScript a reload does.
 */
export function LiveCase({ href, hereUrl, mark, stays, others: first, words }: Props) {
  const isListening = useHydrated()
  const refresh = useRefresh()
  const isThere = useActivity()
  const [news, setNews] = useState<{ readonly mark: string; readonly asked: boolean } | null>(null)
  const { others, writes, ask } = useCompany(hereUrl, first)
  const isLost = useStream(href, {
    case: ({ mark: now }) => {
      if (typeof now !== 'string' || now === mark || now === news?.mark) return
      const shows = now !== 'gone' && !stays && !isHeld() && isThere()
      setNews({ mark: now, asked: shows })
      if (shows) refresh()
    },
    here: ask,
  })
  const isNew = news !== null && news.mark !== mark
  const isUpdated = news?.mark === mark
  return (
    <div data-live={isListening ? 'case' : undefined} className="no-print sticky top-0 z-20 grid gap-2">
      <CompanyNotice {...{ others, writes, words }} />
      <div className={isNew && !news.asked ? 'notice tone-warn mb-3 py-2' : 'sr-only'}>
        <p role="status">{textOf({ isNew, isUpdated, isLost, isGone: news?.mark === 'gone' }, words)}</p>
        {isNew && !news.asked && news.mark !== 'gone' ? (
          <Button
            type="button"
            look="quiet"
            className="mt-2"
            onClick={() => {
              setNews({ ...news, asked: true })
              refresh()
            }}
          >
            {words.show}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

interface State {
  readonly isNew: boolean
  readonly isUpdated: boolean
  readonly isLost: boolean
  readonly isGone: boolean
}

function textOf({ isNew, isUpdated, isLost, isGone }: State, words: Props['words']): string {
  if (isGone) return words.gone
  if (isNew) return words.changed
  if (isLost) return words.lost
  return isUpdated ? words.updated : ''
}

/** Asks whether somebody was at this page lately. Loading it counts. */
function useActivity(): () => boolean {
  const last = useRef(0)
  useEffect(() => {
    const note = () => {
      last.current = Date.now()
    }
    note()
    const events = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const
    for (const name of events) document.addEventListener(name, note, { passive: true })
    return () => {
      for (const name of events) document.removeEventListener(name, note)
    }
  }, [])
  return () => Date.now() - last.current < lately
}
