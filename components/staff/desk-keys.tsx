'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { staffPaths } from '@/lib/config/paths'

/**
 * Keys of the desk: j and k walk the rows of the queue, Enter opens the one in view, a goes to assigning it, / to Find and
 * ? to the help. They only press what is on the page, so everything works without them.
 */
export function DeskKeys() {
  const router = useRouter()
  useEffect(() => {
    const show = (href: string) => {
      router.replace(href, { scroll: false })
    }
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      const act = keys[event.key]
      if (act?.(show) === true) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [router])
  return null
}

/** Says whether there was something to do. */
type Act = (show: (href: string) => void) => boolean

const keys: Readonly<Record<string, Act>> = {
  j: (show) => step(1, show),
  k: (show) => step(-1, show),
  a: () => focus('[data-assign]'),
  '/': () => focus('[data-find]'),
  '?': () => {
    window.location.assign(staffPaths.help)
    return true
  },
  Enter: () => {
    const isOnControl = document.activeElement !== null && document.activeElement !== document.body
    const open = document.querySelector<HTMLAnchorElement>('tr[aria-current] [data-open]')
    if (isOnControl || open === null) return false
    window.location.assign(open.href)
    return true
  },
}

/** Moves to another row: the focus to its reference, and the row into view beside the table. */
function step(by: 1 | -1, show: (href: string) => void): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const focused = rows.findIndex((row) => row.contains(document.activeElement))
  const here = focused === -1 ? rows.findIndex((row) => row.ariaCurrent === 'true') : focused
  const row = focused === -1 && by === 1 ? rows[Math.max(here, 0)] : rows[here + by]
  if (row === undefined) return false
  row.querySelector<HTMLElement>('[data-open]')?.focus()
  const preview = row.querySelector<HTMLAnchorElement>('[data-preview]')
  if (preview !== null && preview.offsetParent !== null) show(preview.href)
  return true
}

function focus(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector)
  found?.focus()
  return found !== null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
