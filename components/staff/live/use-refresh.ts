import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useTransition } from 'react'
import { byItself } from '@/lib/domain/live/by-itself'

/**
 * Draws the page anew in its place: fields keep what is in them, and the focus and the scrolling stay. While it does, a cookie says that
 * the page asks by itself, so that it is no use of the session.
 */
export function useRefresh(): () => void {
  const router = useRouter()
  const [isPending, begin] = useTransition()
  useEffect(() => {
    if (!isPending) mark(0)
  }, [isPending])
  return useCallback(() => {
    mark(byItself.seconds)
    begin(() => {
      router.refresh()
    })
  }, [router])
}

function mark(seconds: number): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `${byItself.name}=${byItself.value}; path=/staff; max-age=${String(seconds)}; samesite=strict${secure}`
}
