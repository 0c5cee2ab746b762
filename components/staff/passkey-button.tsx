'use client'

import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser'
import { useEffect, useRef, useState } from 'react'
import { canUsePasskeys, runCeremony } from '@/components/staff/passkey-ceremony'
import type { Outcome } from '@/components/staff/passkey-ceremony'
import { Button } from '@/components/ui/button'
import type { ButtonLook } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/use-hydrated'

export interface PasskeyWords {
  readonly button: string
  readonly hint: string
  readonly working: string
  readonly refused: string
  readonly cancelled: string
  readonly already: string
  readonly away: string
  readonly unsupported: string
  readonly noScript: string
}

interface Props {
  readonly kind: 'use' | 'make'
  readonly url: string
  /** Where to go on to after using one. */
  readonly back?: string
  /** For a new one: the label of its name and what it is called at first. */
  readonly naming?: { readonly label: string; readonly value: string }
  /** Offer passkeys in the field of the address too, where the browser can. */
  readonly autofill?: boolean
  readonly look?: ButtonLook
  readonly words: PasskeyWords
}

/** A challenge lives five minutes: one that only waits in a field is renewed before. */
const renewAfter = 4 * 60_000
const longestName = 60

/** Uses a passkey or makes one. It needs JavaScript; where there is none a sentence says so, and the form beside it stands. */
export function PasskeyButton({ kind, url, back, naming, autofill = false, look = 'main', words }: Props) {
  const hydrated = useHydrated()
  const [state, setState] = useState<'ready' | 'working' | Extract<Outcome, { problem: string }>['problem']>(
    'ready',
  )
  const name = useRef<HTMLInputElement>(null)
  useAutofill(autofill, url, back)
  if (hydrated && !canUsePasskeys()) return <p className="text-sm text-ink-soft">{words.unsupported}</p>

  const run = async () => {
    setState('working')
    const extra = {
      ...(back === undefined ? {} : { back }),
      ...(naming ? { name: name.current?.value ?? '' } : {}),
    }
    const outcome = await runCeremony({ kind, url, extra })
    if ('go' in outcome) window.location.assign(outcome.go)
    else setState(outcome.problem)
  }
  return (
    <div>
      <noscript>
        <p className="notice">{words.noScript}</p>
      </noscript>
      <div className="noscript:hidden">
        {naming === undefined ? null : (
          <div className="mb-3">
            <label className="label" htmlFor="passkey-name">
              {naming.label}
            </label>
            <input
              ref={name}
              id="passkey-name"
              className="input"
              defaultValue={naming.value}
              maxLength={longestName}
              autoComplete="off"
            />
          </div>
        )}
        <Button
          type="button"
          look={look}
          className="w-full py-2"
          disabled={!hydrated || state === 'working'}
          aria-describedby="passkey-hint"
          onClick={() => void run()}
        >
          {words.button}
        </Button>
        <p id="passkey-hint" className="mt-1 text-sm text-ink-soft">
          {words.hint}
        </p>
        <p role="status" className={state === 'ready' ? 'sr-only' : 'notice mt-2'}>
          {state === 'ready' ? '' : words[state]}
        </p>
      </div>
    </div>
  )
}

/** Offers passkeys among what the browser fills in, for as long as the page is open. */
function useAutofill(wanted: boolean, url: string, back: string | undefined): void {
  useEffect(() => {
    if (!wanted) return
    let open = true
    const offer = async () => {
      if (!canUsePasskeys() || !(await browserSupportsWebAuthnAutofill()) || !open) return
      const extra = back === undefined ? {} : { back }
      const outcome = await runCeremony({ kind: 'use', url, extra, autofill: true })
      if ('go' in outcome) window.location.assign(outcome.go)
    }
    void offer()
    const timer = setInterval(() => void offer(), renewAfter)
    return () => {
      open = false
      clearInterval(timer)
      WebAuthnAbortService.cancelCeremony()
    }
  }, [wanted, url, back])
}
