import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useTransition } from 'react'
import { isHeld } from '@/components/staff/live/held'
import { staffPaths } from '@/lib/config/paths'
import { byItself } from '@/lib/domain/live/by-itself'

/** `ended`: the session is over. `lost`: nothing answers. `held`: somebody came to a form meanwhile. The page is as it was in all three. */
export type Refreshed = 'asked' | 'ended' | 'lost' | 'held'

/**
 * Draws the page anew in its place: fields keep what is in them, and the focus and the scrolling stay. Where the session is over the page stays
 * as it is: drawn anew it would be the page to sign in, and what is typed gone. While it draws by itself a cookie says so, so that it is no use of the session;
 * a press is.
 */
export function useRefresh(): (by: 'itself' | 'hand') => Promise<Refreshed> {
  const router = useRouter()
  const [isPending, begin] = useTransition()
  useEffect(() => {
    if (!isPending) mark(0)
  }, [isPending])
  return useCallback(
    async (by) => {
      const state = await sessionState()
      if (state !== 'asked') return state
      if (by === 'itself' && isHeld()) return 'held'
      mark(by === 'itself' ? byItself.seconds : 0)
      begin(() => {
        router.refresh()
      })
      return state
    },
    [router],
  )
}

/** Asking is no use of the session. */
async function sessionState(): Promise<Refreshed> {
  try {
    const headers = { accept: 'application/json' }
    const answer = await fetch(staffPaths.session, { headers, cache: 'no-store', redirect: 'error' })
    if (answer.ok) return 'asked'
    return answer.status === 401 ? 'ended' : 'lost'
  } catch {
    return 'lost'
  }
}

function mark(seconds: number): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${byItself.name}=${byItself.value}; path=/staff; max-age=${String(seconds)}; samesite=strict${secure}`
}
