import { useCallback, useEffect, useRef, useState } from 'react'
import { atPage } from '@/components/staff/live/at-page'
import { isWriting } from '@/components/staff/live/held'

/** Somebody else who has this case open. */
export interface Companion {
  readonly name: string
  readonly writing: boolean
}

/** Numbers that a page may give itself, so that it can leave without another of the same person's leaving with it. */
const mostPages = 999

interface Company {
  readonly others: readonly Companion[]
  /** Words are typed here that are not sent. */
  readonly writes: boolean
  readonly ask: () => void
}

/** Says at `url` that a case is open here, and whether somebody writes, while the page is in view; knows who else has it open. */
export function useCompany(url: string, first: readonly Companion[]): Company {
  const [others, setOthers] = useState(first)
  const [writes, setWrites] = useState(false)
  const said = useRef(false)
  const [page] = useState(ownNumber)
  const ask = useCallback(() => {
    if (document.visibilityState !== 'visible') return
    said.current = isWriting()
    void say(url, page, said.current).then((found) => {
      if (found !== null) setOthers(found)
    })
  }, [url, page])
  useEffect(() => {
    const typed = () => {
      const now = isWriting()
      setWrites(now)
      if (now !== said.current) ask()
    }
    const leave = () => {
      navigator.sendBeacon(url, new URLSearchParams({ gone: 'yes', page }))
    }
    return atPage({ ask, typed, leave })
  }, [url, page, ask])
  return { others, writes, ask }
}

/** By when the page began. Two of one person that share a number only hide each other for as long as one says that it was left. */
function ownNumber(): string {
  return String(1 + (Date.now() % mostPages))
}

/** Null: there was no answer. */
async function say(url: string, page: string, writing: boolean): Promise<readonly Companion[] | null> {
  try {
    const body = new URLSearchParams({ writing: writing ? 'yes' : 'no', page })
    const answer = await fetch(url, { method: 'POST', body, cache: 'no-store', redirect: 'error' })
    if (!answer.ok) return null
    return ((await answer.json()) as { readonly others: readonly Companion[] }).others
  } catch {
    return null
  }
}
