import { beginPasskeyConfirmation } from '@/lib/auth/passkey/passkey-sign-in'
import { currentSession } from '@/lib/auth/require-actor'
import { begun, ceremonyStep, refused } from '../../../_http/ceremony'

/** Asks the browser for a passkey of whoever is signed in. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async () => {
    const session = await currentSession()
    return session === null ? refused() : begun(await beginPasskeyConfirmation(session.actor.id))
  })
}
