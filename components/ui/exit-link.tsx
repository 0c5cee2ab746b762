'use client'

import { useEffect, useState } from 'react'
import { countPress, noPresses } from '@/components/ui/press-count'
import { useHydrated } from '@/components/ui/use-hydrated'

interface Props {
  readonly href: string
  readonly label: string
  /** Said and shown in the instant before the other page is there. */
  readonly leaving: string
  /** Told after each press of Shift, most left first: `two more presses`, `one more press`. */
  readonly progress: readonly [string, string]
}

/**
 * The way out. Without JavaScript a plain link; with it the page is covered at once, Back does not lead here again,
 * and Shift pressed three times within five seconds does the same.
 */
export function ExitLink({ href, label, leaving, progress }: Props) {
  const isAwake = useHydrated()
  const [left, setLeft] = useState(false)
  const [count, setCount] = useState(0)

  useEffect(() => {
    let presses = noPresses
    const onKey = (event: KeyboardEvent) => {
      presses = countPress(
        presses,
        event.type === 'keydown' ? 'keydown' : 'keyup',
        { key: event.key, held: event.altKey || event.ctrlKey || event.metaKey },
        event.timeStamp,
      )
      setCount(presses.times.length)
      if (presses.times.length >= 3) setLeft(true)
    }
    // Shift held for a click, as when words are marked, is no press of its own.
    const onPointer = () => {
      presses = noPresses
      setCount(0)
    }
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('keyup', onKey)
    window.addEventListener('pointerdown', onPointer)
    window.addEventListener('pageshow', onShow)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('keyup', onKey)
      window.removeEventListener('pointerdown', onPointer)
      window.removeEventListener('pageshow', onShow)
    }
  }, [])

  useEffect(() => {
    if (!left) return
    document.title = leaving
    window.location.replace(href)
  }, [left, href, leaving])

  return (
    <>
      <a
        href={href}
        data-awake={isAwake}
        rel="noreferrer nofollow"
        className="button button-danger min-h-11 px-4 py-2 text-center text-sm"
        onClick={(event) => {
          event.preventDefault()
          setLeft(true)
        }}
      >
        {label}
        {count > 0 ? <Dots count={count} /> : null}
      </a>
      <span role="status" className="sr-only">
        {count === 1 ? progress[0] : count === 2 ? progress[1] : ''}
      </span>
      {left ? (
        <div role="alert" className="fixed inset-0 z-50 grid place-content-center bg-paper">
          {leaving}
        </div>
      ) : null}
    </>
  )
}

function Dots({ count }: { readonly count: number }) {
  return (
    <span aria-hidden="true" className="flex gap-1">
      {[1, 2, 3].map((dot) => (
        <i
          key={dot}
          className={`size-2 rounded-md border border-current ${dot <= count ? 'bg-current' : ''}`}
        />
      ))}
    </span>
  )
}
