import { ownFactors } from '@/lib/auth/own-factors'
import { beginPasskeyRegistration } from '@/lib/auth/passkey/registration'
import { currentSession } from '@/lib/auth/require-actor'
import { confirmPath, isSteppedUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { begun, ceremonyStep, refused } from '../../../_http/ceremony'

/** Asks the browser of whoever is signed in for a new passkey. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async () => {
    const session = await currentSession()
    if (session === null) return refused()
    if (!isSteppedUp(session))
      return Response.json({ go: confirmPath(staffPaths.ownPasskeys) }, { status: 403 })
    const { id, name } = session.actor
    const { email } = await ownFactors(session)
    return begun(await beginPasskeyRegistration('register', { id, name, email }))
  })
}
