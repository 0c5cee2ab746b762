import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** One ceremony: a passkey of this site is used, or a new one is made. */
export interface Ceremony {
  readonly kind: 'use' | 'make'
  /** Its two steps are `begin` and `finish` below this address. */
  readonly url: string
  /** Sent with the answer: where to go afterwards, or what to call the passkey. */
  readonly extra: Readonly<Record<string, string>>
  /** Offers passkeys where the address is typed, and asks for none. */
  readonly autofill?: boolean
}

/** Where to go, or why nothing came of it. */
export type Outcome =
  { readonly go: string } | { readonly problem: 'refused' | 'cancelled' | 'already' | 'away' }

/** Whether this browser can do any of it. Asked where JavaScript runs. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn()
}

/** Begins a ceremony at the server, has the browser ask its owner, and brings the answer back. */
export async function runCeremony({ kind, url, extra, autofill = false }: Ceremony): Promise<Outcome> {
  const begun = await send(`${url}/begin`, {})
  if (begun === null) return { problem: 'away' }
  if (!('options' in begun)) return outcomeOf(begun)
  let answer: unknown
  try {
    // Our own server's answer to our own question: its shape is known.
    answer =
      kind === 'make'
        ? await startRegistration({ optionsJSON: begun.options as PublicKeyCredentialCreationOptionsJSON })
        : await startAuthentication({
            optionsJSON: begun.options as PublicKeyCredentialRequestOptionsJSON,
            useBrowserAutofill: autofill,
          })
  } catch (error) {
    return { problem: isAlready(error) ? 'already' : 'cancelled' }
  }
  const finished = await send(`${url}/finish`, { ...extra, answer })
  if (finished === null) return { problem: 'away' }
  return outcomeOf(finished)
}

function outcomeOf(answer: object): Outcome {
  return 'go' in answer && typeof answer.go === 'string' ? { go: answer.go } : { problem: 'refused' }
}

function isAlready(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
  )
}

/** What the server answers, whatever its status; null when there is no answer or none that can be read. */
async function send(url: string, body: object): Promise<object | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    return typeof answer === 'object' ? answer : null
  } catch {
    return null
  }
}
