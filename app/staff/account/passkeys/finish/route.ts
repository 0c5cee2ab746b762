import { addPasskey } from '@/lib/auth/own-factors'
import { readMadePasskey } from '@/lib/auth/passkey/read-answer'
import { finishPasskeyRegistration } from '@/lib/auth/passkey/registration'
import { currentSession } from '@/lib/auth/require-actor'
import { isSteppedUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { ceremonyStep, goTo, heldChallenge, refused } from '../../../_http/ceremony'
import { passkeyName } from '../../../_http/passkey-name'

/** Adds the passkey the browser has made. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async (sent) => {
    const challenge = await heldChallenge()
    const session = await currentSession()
    const answer = readMadePasskey('answer' in sent ? sent.answer : null)
    if (session === null || !isSteppedUp(session) || answer === null) return refused()
    const passkey = await finishPasskeyRegistration('register', challenge, answer, session.actor.id)
    if (passkey === null) return refused()
    try {
      await addPasskey(session, passkey, passkeyName('name' in sent ? sent.name : null))
    } catch (error) {
      if (error instanceof DomainError) return refused()
      throw error
    }
    return goTo(`${staffPaths.ownSignIn}?done=passkey-added`)
  })
}
