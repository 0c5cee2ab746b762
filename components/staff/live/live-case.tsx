'use client'

import { useEffect, useRef, useState } from 'react'
import { CompanyNotice } from '@/components/staff/live/company-notice'
import type { CompanyWords } from '@/components/staff/live/company-notice'
import { isHeld } from '@/components/staff/live/held'
import { useCompany } from '@/components/staff/live/use-company'
import type { Companion } from '@/components/staff/live/use-company'
import { useRefresh } from '@/components/staff/live/use-refresh'
import type { Refreshed } from '@/components/staff/live/use-refresh'
import { useStream } from '@/components/staff/live/use-stream'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'
import { isSamePlan, newsState } from '@/lib/domain/live/mark'
import type { CaseNews, NewsState } from '@/lib/domain/live/mark'

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
    readonly ended: string
  }
}

/** What is told once they may not see the case any more. */
const gone = 'gone'
/** How lately somebody must have been at the page for it to show more by itself: each showing is a look in the audit. In milliseconds. */
const lately = 60_000

/**
 * Keeps a case as it is now, and says who else has it open and who writes. It changes by itself only before somebody who is there, never
 * under a form they are at, and never where the contact plan is another: a form that is on the page goes by the plan they read. Else it says
 * that something is new, and a press shows it. Without JavaScript a reload does.
 */
export function LiveCase({ href, hereUrl, mark, stays, others: first, words }: Props) {
  const isListening = useHydrated()
  const refresh = useRefresh()
  const isThere = useActivity()
  const [news, setNews] = useState<CaseNews | null>(null)
  const [state, setState] = useState<Refreshed>('asked')
  const { others, writes, ask } = useCompany(hereUrl, first)
  const show = async (told: string, by: 'itself' | 'hand') => {
    const now = await refresh(by)
    setState(now)
    if (now === 'asked') setNews({ mark: told, asked: mark })
  }
  const isLost = useStream(href, {
    case: ({ mark: now }) => {
      if (typeof now !== 'string' || now === mark || now === news?.mark) return
      setNews({ mark: now, asked: null })
      const isTheirs = now === gone || (isSamePlan(now, mark) && isThere())
      if (isTheirs && !stays && !isHeld()) void show(now, 'itself')
    },
    here: ask,
  })
  const about = news === null ? null : news.mark === gone ? gone : newsState(news, mark)
  const said = textOf(about, { isLost: isLost || state === 'lost', isEnded: state === 'ended' }, words)
  return (
    <div data-live={isListening ? 'case' : undefined} className="no-print sticky top-0 z-20 grid gap-2">
      <CompanyNotice {...{ others, writes, words }} />
      <NewsNotice
        {...{ about, said, words }}
        show={() => {
          if (news !== null) void show(news.mark, 'hand')
        }}
      />
    </div>
  )
}

interface NewsProps {
  readonly about: NewsState | typeof gone | null
  readonly said: string
  readonly words: Props['words']
  readonly show: () => void
}

/** What is said of news, and the button that shows them where they wait. */
function NewsNotice({ about, said, words, show }: NewsProps) {
  const status = useRef<HTMLParagraphElement>(null)
  const isSeen = said !== '' && about !== 'fetched'
  return (
    <div className={isSeen ? `notice mb-3 py-2 ${about === 'shown' ? '' : 'tone-warn'}` : 'sr-only'}>
      <p ref={status} tabIndex={-1} role="status">
        {said}
      </p>
      {about === 'waits' ? (
        <Button
          type="button"
          look="quiet"
          className="mt-2"
          onClick={() => {
            // The button goes with the press; the focus stays where it is said what became of it.
            status.current?.focus()
            show()
          }}
        >
          {words.show}
        </Button>
      ) : null}
    </div>
  )
}

interface Hearing {
  readonly isLost: boolean
  readonly isEnded: boolean
}

function textOf(
  about: NewsState | typeof gone | null,
  { isLost, isEnded }: Hearing,
  words: Props['words'],
): string {
  if (about === gone) return words.gone
  if (isEnded) return words.ended
  if (about === 'waits' || about === 'fetched') return words.changed
  if (isLost) return words.lost
  return about === 'shown' ? words.updated : ''
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
