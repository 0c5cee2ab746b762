'use client'

import { useState } from 'react'
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
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
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
