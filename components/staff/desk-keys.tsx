'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Palette } from '@/components/staff/palette'
import type { PaletteWords } from '@/components/staff/palette'
import { staffPaths } from '@/lib/config/paths'

/** For how long, in milliseconds, a letter after g is a place to go to. */
const goTime = 1_500

/**
 * Keys of the desk: j and k walk the rows of the queue, Enter opens the one in view, x ticks it, a goes to assigning it, / to Find, ? to the
 * help, g and a letter to a section; Control and K to all of it by name. They only press what is on the page, so everything works without
 * them, and they can be turned off.
 */
export function DeskKeys({ words }: { readonly words: PaletteWords }) {
  const router = useRouter()
  useEffect(() => {
    const show = (href: string) => {
      router.replace(href, { scroll: false })
    }
    let goesSince = -Infinity
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
        return
      const goes = event.timeStamp - goesSince < goTime
      goesSince = event.key === 'g' && !goes ? event.timeStamp : -Infinity
      const isDone = goes ? go(event.key) : keys[event.key]?.(show) === true
      if (isDone) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [router])
  return <Palette words={words} />
}

/** Says whether there was something to do. */
type Act = (show: (href: string) => void) => boolean

const keys: Readonly<Record<string, Act>> = {
  j: (show) => step(1, show),
  k: (show) => step(-1, show),
  x: () => {
    const tick = rowInView()?.querySelector<HTMLInputElement>('[data-tick]')
    tick?.click()
    return tick !== undefined && tick !== null
  },
  a: () => focus('[data-assign]'),
  '/': () => focus('[data-find]'),
  '?': () => {
    window.location.assign(staffPaths.help)
    return true
  },
  Enter: () => {
    const at = document.activeElement
    const isOnTick = at?.matches('[data-tick]') === true
    const isOnControl = !isOnTick && at !== null && at !== document.body
    const open = isOnTick
      ? rowInView()?.querySelector<HTMLAnchorElement>('a[data-open]')
      : document.querySelector<HTMLAnchorElement>('tr[aria-current] [data-open]')
    if (isOnControl || open === null || open === undefined) return false
    window.location.assign(open.href)
    return true
  },
}

/** The row with the focus in it, or else the one in view beside the table. */
function rowInView(): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  return (
    rows.find((row) => row.contains(document.activeElement)) ?? rows.find((row) => row.ariaCurrent === 'true')
  )
}

/** Follows the link of the navigation that has this letter. */
function go(letter: string): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-go]')]
  const link = links.find(({ dataset }) => dataset.go === letter)
  if (link !== undefined) window.location.assign(link.href)
  return link !== undefined
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

/** While somebody types, or a dialogue is open, a key is what it says. A tick box takes no letters. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  const typed = 'input:not([type=checkbox]), textarea, select, [contenteditable]'
  return target instanceof HTMLElement && target.matches(typed)
}
