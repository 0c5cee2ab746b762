import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { newPasswordHash } from '@/lib/auth/change-password'
import { confirmedStep } from '@/lib/auth/new-authenticator'
import { staffPaths } from '@/lib/config/paths'
import { postedForm } from '../../_http/posted-form'
import { heldInvitation, offeredAuthenticator, welcome } from '../held'

/** Accepts an invitation with a password and an authenticator whose code shows that it works. */
export function POST(request: Request): Promise<Response> {
  return guarded('desk', async () => {
    const form = await postedForm(request)
    const held = await heldInvitation()
    if (typeof form === 'string') return again(form)
    if (held === null) return seeOther(staffPaths.invitation)
    const field = (name: string) => form.get(name) ?? ''
    const typed = { password: field('password'), again: field('again') }
    const authenticator = offeredAuthenticator(held)
    const step = confirmedStep(authenticator, field('code'))
    const made = await newPasswordHash(typed, held.invitation)
    if ('problem' in made) return again(made.problem)
    if (step === null) return again('code')
    const way = { passwordHash: made.hash, totpSecret: authenticator.secret, totpStep: step }
    const accepted = await acceptInvitation(held.value, { kind: 'password', ...way })
    if (accepted === null) return seeOther(staffPaths.invitation)
    await welcome(accepted, 'password')
    return seeOther(staffPaths.ownRecoveryCodes)
  })
}

function again(problem: string): Response {
  return seeOther(`${staffPaths.invitation}?problem=${problem}#problem`)
}
