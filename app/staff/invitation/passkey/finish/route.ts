import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { readMadePasskey } from '@/lib/auth/passkey/read-answer'
import { finishPasskeyRegistration } from '@/lib/auth/passkey/registration'
import { staffPaths } from '@/lib/config/paths'
import { ceremonyStep, goTo, heldChallenge, refused } from '../../../_http/ceremony'
import { passkeyName } from '../../../_http/passkey-name'
import { heldInvitation, welcome } from '../../held'

/** Accepts an invitation with the passkey the browser has made. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async (sent) => {
    const challenge = await heldChallenge()
    const held = await heldInvitation()
    if (held === null) return goTo(staffPaths.invitation)
    const answer = readMadePasskey('answer' in sent ? sent.answer : null)
    if (answer === null) return refused()
    const passkey = await finishPasskeyRegistration('accept-invitation', challenge, answer)
    if (passkey === null) return refused()
    const name = passkeyName('name' in sent ? sent.name : null)
    const accepted = await acceptInvitation(held.value, { kind: 'passkey', passkey, name })
    if (accepted === null) return goTo(staffPaths.invitation)
    await welcome(accepted, 'passkey')
    return goTo(`${staffPaths.ownSignIn}?done=passkey-added`)
  })
}
