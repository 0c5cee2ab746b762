import { finishPasskeySignIn } from '@/lib/auth/passkey/passkey-sign-in'
import { readUsedPasskey } from '@/lib/auth/passkey/read-answer'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { ceremonyStep, goTo, heldChallenge, refused } from '../../../_http/ceremony'
import { letIn, thisBrowser } from '../../../_http/let-in'

/** Signs in whoever answered with their passkey. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async (sent) => {
    const challenge = await heldChallenge()
    const answer = readUsedPasskey('answer' in sent ? sent.answer : null)
    if (answer === null) return refused()
    const signedIn = await finishPasskeySignIn(challenge, answer, (await thisBrowser()).session)
    if (signedIn === null) return refused()
    await letIn(signedIn)
    const back = 'back' in sent && typeof sent.back === 'string' ? ownPath(sent.back) : null
    // Somebody has their password: the page that says so comes first.
    return goTo(signedIn.isPasswordClosed ? staffPaths.ownSignIn : (back ?? staffPaths.queue))
  })
}
