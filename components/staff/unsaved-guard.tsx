'use client'

import { useEffect } from 'react'
import { watchLeaving } from '@/components/staff/unsaved'

/**
 * Has the browser ask its own question before a page with words in a long field is left by anything but the form they are in.
 * Needs JavaScript; without it nothing asks.
 */
export function UnsavedGuard() {
  useEffect(() => {
    const leaving = watchLeaving<HTMLFormElement>()
    const send = ({ target, defaultPrevented }: SubmitEvent) => {
      if (target instanceof HTMLFormElement && !defaultPrevented) leaving.send(target)
    }
    const leave = (event: BeforeUnloadEvent) => {
      const fields = [...document.querySelectorAll('textarea')]
      if (leaving.wouldLose(fields.map(({ form, value }) => ({ form, text: value })))) event.preventDefault()
    }
    document.addEventListener('submit', send)
    window.addEventListener('beforeunload', leave)
    return () => {
      document.removeEventListener('submit', send)
      window.removeEventListener('beforeunload', leave)
    }
  }, [])
  return null
}
