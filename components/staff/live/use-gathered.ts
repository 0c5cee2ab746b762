import { useEffect, useRef, useState } from 'react'
import { gathering } from '@/components/staff/live/gathering'
import type { Gathering } from '@/components/staff/live/gathering'

/** Gathers for as long as the page is there; `work` is always the newest. */
export function useGathered(between: number, work: (count: number) => boolean | Promise<boolean>): Gathering {
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  const [gathered] = useState(() => gathering(between, (count) => latest.current(count)))
  useEffect(() => gathered.settle, [gathered])
  return gathered
}
