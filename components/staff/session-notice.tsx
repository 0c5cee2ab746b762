'use client'

import type { Left } from '@/components/staff/session-plan'
import { useSessionEnd } from '@/components/staff/use-session-end'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'

interface SessionWords {
  readonly idleTitle: string
  /** With `{time}` in it. */
  readonly idle: string
  readonly wholeTitle: string
  readonly whole: string
  readonly endedTitle: string
  readonly ended: string
  readonly stay: string
  readonly stayed: string
  readonly signIn: string
}

interface Props {
  /** Where the session is asked about and prolonged. */
  readonly url: string
  /** What was left when the page was made. */
  readonly left: Left
  readonly signInHref: string
  readonly timeZone: string
  readonly words: SessionWords
}

/**
 * Says in good time that the session is about to end, and offers to keep it. Said once, politely, with the time it ends at
 * instead of a countdown; whoever is typing keeps the place they are at. It comes first in the page, so the key to
 * it is Tab from the top. Without JavaScript nothing is shown, and what was written is kept all the same.
 */
export function SessionNotice({ url, left, signInHref, timeZone, words }: Props) {
  const isWatching = useHydrated()
  const { state, endsAt, stay } = useSessionEnd(url, left)
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(endsAt)
  const text = textOf(state, words)?.replace('{time}', time)
  const title = titleOf(state, words)
  const shown = title !== undefined
  return (
    <div
      data-watching={isWatching}
      {...(shown ? { role: 'region', 'aria-label': title } : {})}
      className={
        shown
          ? 'no-print fixed inset-x-3 bottom-3 z-30 mx-auto max-w-[34rem] rounded-lg border-2 border-warn bg-warn-wash px-5 py-4'
          : 'sr-only'
      }
    >
      <div role="status">
        {shown ? <p className="font-bold text-warn">{title}</p> : null}
        {text === undefined ? null : <p className={shown ? 'mt-1' : undefined}>{text}</p>}
      </div>
      {state === 'idle' ? (
        <Button type="button" className="mt-3" onClick={stay}>
          {words.stay}
        </Button>
      ) : null}
      {state === 'ended' ? (
        <p className="mt-3">
          <a href={signInHref} target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        </p>
      ) : null}
    </div>
  )
}

type State = ReturnType<typeof useSessionEnd>['state']

function titleOf(state: State, words: SessionWords): string | undefined {
  if (state === 'idle') return words.idleTitle
  if (state === 'whole') return words.wholeTitle
  return state === 'ended' ? words.endedTitle : undefined
}

function textOf(state: State, words: SessionWords): string | undefined {
  if (state === 'live') return undefined
  return words[state]
}
