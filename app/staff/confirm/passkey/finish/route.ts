import { finishPasskeyConfirmation } from '@/lib/auth/passkey/passkey-sign-in'
import { readUsedPasskey } from '@/lib/auth/passkey/read-answer'
import { currentSession } from '@/lib/auth/require-actor'
import { stepUp } from '@/lib/auth/step-up'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { ceremonyStep, goTo, heldChallenge, refused } from '../../../_http/ceremony'

/** Notes that whoever is signed in has just proved with a passkey who they are, and leads back to what they were about to do. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async (sent) => {
    const challenge = await heldChallenge()
    const session = await currentSession()
    const answer = readUsedPasskey('answer' in sent ? sent.answer : null)
    if (session === null || answer === null) return refused()
    const proven = await finishPasskeyConfirmation(session.actor.id, challenge, answer)
    if (!proven || !(await stepUp())) return refused()
    const back = 'back' in sent && typeof sent.back === 'string' ? ownPath(sent.back) : null
    return goTo(back ?? staffPaths.queue)
  })
}
