'use client'

import { useEffect, useRef, useState } from 'react'
import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy } from '@/components/staff/field-problem'
import { useHydrated } from '@/components/ui/use-hydrated'

export interface PasswordWords {
  readonly show: string
  readonly hide: string
  /** What the button shows, for people who do not see what it stands beside. */
  readonly shown: string
  readonly errorPrefix: string
}

interface Props {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** What was wrong with it. */
  readonly error?: string | undefined
  readonly autoComplete: 'current-password' | 'new-password'
  readonly words: PasswordWords
}

/** Longer than any password taken, so that nothing is cut off unseen. */
const longest = 600

/** A password. Pasting is welcome; where JavaScript runs it can be shown. */
export function PasswordField({ id, label, hint, error, autoComplete, words }: Props) {
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
      <FieldNotes id={id} hint={hint} error={error} prefix={words.errorPrefix} />
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
          aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
          aria-invalid={error === undefined ? undefined : true}
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
            <span className="sr-only"> {words.shown}</span>
          </button>
        ) : null}
      </div>
    </div>
  )
}
