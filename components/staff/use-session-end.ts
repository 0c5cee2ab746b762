import { useCallback, useEffect, useRef, useState } from 'react'
import { planFor } from '@/components/staff/session-plan'
import type { Left, SessionState } from '@/components/staff/session-plan'

interface SessionEnd {
  readonly state: SessionState
  /** When the session ends, by this browser's clock, in milliseconds. */
  readonly endsAt: number
  /** Prolongs it, here and in every other tab. */
  readonly stay: () => void
}

const channelName = 'desk-session'
/** After a look that failed, for example without a network, in milliseconds. */
const retry = 20_000

/**
 * Watches the session of this page, of which `left` was left when the page was made. It asks the server shortly before the end, so that work in another tab counts; asking
 * does not prolong anything.
 */
export function useSessionEnd(url: string, left: Left): SessionEnd {
  const [state, setState] = useState<SessionState>('live')
  const [endsAt, setEndsAt] = useState(0)
  const timer = useRef<number | undefined>(undefined)
  const others = useRef<BroadcastChannel | undefined>(undefined)

  const look = useCallback(
    async function look(method: 'GET' | 'POST' = 'GET'): Promise<void> {
      window.clearTimeout(timer.current)
      const again = (after: number | null) => {
        if (after !== null) timer.current = window.setTimeout(() => void look(), after)
      }
      const left = await ask(url, method)
      if (left === undefined) {
        again(retry)
        return
      }
      const plan = planFor(left)
      setState((before) => (plan.state === 'live' && before !== 'live' ? 'stayed' : plan.state))
      if (left !== null) setEndsAt(Date.now() + Math.min(left.idle, left.whole))
      again(plan.again)
      if (method === 'POST') others.current?.postMessage('stayed')
    },
    [url],
  )

  useEffect(() => {
    const channel = new BroadcastChannel(channelName)
    others.current = channel
    channel.addEventListener('message', () => void look())
    // This page being here is use, which other tabs that warn should know of.
    channel.postMessage('stayed')
    const onShow = () => {
      if (document.visibilityState === 'visible') void look()
    }
    document.addEventListener('visibilitychange', onShow)
    timer.current = window.setTimeout(() => void look(), planFor(left).again ?? 0)
    return () => {
      window.clearTimeout(timer.current)
      document.removeEventListener('visibilitychange', onShow)
      channel.close()
    }
  }, [look, left])

  return { state, endsAt, stay: useCallback(() => void look('POST'), [look]) }
}

/** Null: the session is over. Undefined: there was no answer. */
async function ask(url: string, method: 'GET' | 'POST'): Promise<Left | null | undefined> {
  try {
    const headers = { accept: 'application/json' }
    const body = method === 'POST' ? { body: new URLSearchParams() } : {}
    const answer = await fetch(url, { method, headers, cache: 'no-store', redirect: 'error', ...body })
    if (answer.status === 401) return null
    return answer.ok ? ((await answer.json()) as Left) : undefined
  } catch {
    return undefined
  }
}
