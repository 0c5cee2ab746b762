'use client'

import { useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'

interface Props {
  readonly id: string
  readonly label: string
  readonly autoComplete: 'current-password' | 'new-password'
  /** Id of the words that go with it. */
  readonly describedBy?: string
  readonly words: { readonly show: string; readonly hide: string }
}

/** Longer than any password taken, so that nothing is cut off unseen. */
const longest = 600

/** A password. Pasting is welcome; where JavaScript runs it can be shown. */
export function PasswordField({ id, label, autoComplete, describedBy, words }: Props) {
  const hydrated = useHydrated()
  const [shown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = input.current
    // What is sent while it can be read would be offered again as something once typed.
    const hide = () => {
      if (field !== null) field.type = 'password'
      setShown(false)
    }
    field?.form?.addEventListener('submit', hide)
    return () => field?.form?.removeEventListener('submit', hide)
  }, [])
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          name={id}
          type={shown ? 'text' : 'password'}
          className="input"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={longest}
          aria-describedby={describedBy}
          required
        />
        {hydrated ? (
          <button
            type="button"
            className="button button-quiet shrink-0"
            aria-controls={id}
            onClick={() => {
              setShown(!shown)
            }}
          >
            {shown ? words.hide : words.show}
            <span className="sr-only"> {label}</span>
          </button>
        ) : null}
      </div>
    </div>
  )
}
