import 'server-only'
import { env } from '@/lib/config/env'
import { authorise } from './authorise'
import { hashState, noteFlow } from './flow'
import type { ForcePurpose } from './flow'
import type { ForceProblem } from './problem'
import { ProviderAwayError, providerMetadata, ProviderWrongError } from './provider'
import { strengthParameters } from './strength'

interface Wish {
  readonly purpose: ForcePurpose
  /** A path of the desk, checked. */
  readonly back: string | null
  /** Whoever is signed in, for a purpose that needs it. */
  readonly accountId: string | null
  readonly session: string | null
}

export type Begun =
  | {
      readonly ok: true
      readonly location: string
      /** `Set-Cookie` lines. */
      readonly cookies: readonly string[]
      /** For the cookie of `flowCookie`. */
      readonly flow: string
    }
  | { readonly ok: false; readonly problem: ForceProblem }

/**
 * Sends somebody to the provider. Everything but a plain sign-in asks them to prove there and then who they are: on a
 * shared computer the provider may still remember a colleague, who would be linked or confirmed in their place.
 * Throws when the force's own sign-in is not set up.
 */
export async function beginForceSignIn(wish: Wish): Promise<Begun> {
  const settings = env().forceSignIn
  if (settings === null) throw new Error("The force's own sign-in is not set up.")
  const fresh = wish.purpose === 'sign-in' ? {} : { prompt: 'login', max_age: '0' }
  try {
    const metadata = await providerMetadata(settings)
    const parameters = { ...strengthParameters(settings.strength), ...fresh }
    const { location, state, cookies } = await authorise(settings, metadata, parameters)
    return { ok: true, location, cookies, flow: await noteFlow({ ...wish, state: hashState(state) }) }
  } catch (error) {
    if (error instanceof ProviderAwayError) return { ok: false, problem: 'force-away' }
    if (error instanceof ProviderWrongError) return { ok: false, problem: 'force-failed' }
    throw error
  }
}
