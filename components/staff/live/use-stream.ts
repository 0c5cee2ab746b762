import { useEffect, useRef, useState } from 'react'

/** What a page may be told, by name, with what came with it. */
export type Heard = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => void>>

/** How long until it is tried again, in milliseconds: longer each time, and not for everybody at once. */
const first = 2_000
const longest = 60_000

/**
 * Listens at `href` while the page is in view, and calls what `heard` has for each event. Says whether it hears nothing although it
 * tries: what is on the page may be old then.
 */
export function useStream(href: string, heard: Heard): boolean {
  const [isLost, setLost] = useState(false)
  const latest = useRef({ href, heard })
  useEffect(() => {
    latest.current = { href, heard }
  })
  useEffect(() => {
    let source: EventSource | null = null
    let timer: number | undefined
    let wait = first
    const stop = () => {
      window.clearTimeout(timer)
      source?.close()
      source = null
    }
    const lose = () => {
      stop()
      if (wait > first) setLost(true)
      timer = window.setTimeout(start, wait + (performance.now() % first))
      wait = Math.min(wait * 2, longest)
    }
    const start = () => {
      stop()
      if (document.visibilityState !== 'visible') return
      source = new EventSource(latest.current.href)
      source.addEventListener('open', () => {
        wait = first
        setLost(false)
      })
      source.addEventListener('error', lose)
      for (const name of Object.keys(latest.current.heard))
        source.addEventListener(name, ({ data }: MessageEvent<string>) => {
          latest.current.heard[name]?.(JSON.parse(data) as Readonly<Record<string, unknown>>)
        })
      for (const name of ['ended', 'full'])
        source.addEventListener(name, () => {
          stop()
          setLost(true)
        })
    }
    start()
    document.addEventListener('visibilitychange', start)
    return () => {
      document.removeEventListener('visibilitychange', start)
      stop()
    }
  }, [])
  return isLost
}
