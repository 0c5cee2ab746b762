import { useCallback, useEffect, useRef } from 'react'

/**
 * Gathers what comes and hands it on together: at once where it was quiet, and no more often than each `between` milliseconds where it is
 * not. What is handed on is how much came; `work` says whether it took it, and is asked again later where it did not.
 */
export function useGathered(between: number, work: (count: number) => boolean): (count: number) => void {
  const pending = useRef({ count: 0, last: 0, timer: undefined as number | undefined })
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(
    () => () => {
      window.clearTimeout(pending.current.timer)
    },
    [],
  )
  return useCallback(
    (count: number) => {
      const held = pending.current
      held.count += count
      const hand = () => {
        held.last = Date.now()
        held.timer = undefined
        if (latest.current(held.count)) held.count = 0
        else held.timer = window.setTimeout(hand, between)
      }
      held.timer ??= window.setTimeout(hand, Math.max(0, held.last + between - Date.now()))
    },
    [between],
  )
}
