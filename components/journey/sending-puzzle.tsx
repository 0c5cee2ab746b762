'use client'

import { useEffect, useRef, useState } from 'react'
import { solver } from '@/lib/edge/puzzle'

/** Milliseconds of work between two looks at what the person does. */
const slice = 20

interface Props {
  /** What the form around it sends. */
  readonly token: string
  /** Said while the form waits for it. */
  readonly working: string
  /** Sends the form by itself when solved. */
  readonly sends: boolean
}

/** Solves the puzzle of the form around it while the person reads. A form sent too early waits for it, and then goes. */
export function SendingPuzzle({ token, working, sends }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => {
    const input = field.current
    const form = input?.form
    if (!input || !form) return
    const puzzle = solver(token)
    let wanted = sends
    const hold = (event: Event) => {
      if (input.value !== '') return
      event.preventDefault()
      wanted = true
      setWaiting(true)
    }
    const work = () => {
      const solution = puzzle.work(slice)
      if (solution === null) {
        timer = setTimeout(work)
        return
      }
      input.value = solution
      if (wanted) form.requestSubmit()
    }
    form.addEventListener('submit', hold)
    let timer = setTimeout(work)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('submit', hold)
    }
  }, [token, sends])
  return (
    <>
      <input type="hidden" name="solution" ref={field} />
      <p role="status">{isWaiting ? working : ''}</p>
    </>
  )
}
