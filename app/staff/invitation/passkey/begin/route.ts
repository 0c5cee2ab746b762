import { randomUUID } from 'node:crypto'
import { beginPasskeyRegistration } from '@/lib/auth/passkey/registration'
import { begun, ceremonyStep, refused } from '../../../_http/ceremony'
import { heldInvitation } from '../../held'

/** Asks the browser of somebody who is invited for a new passkey. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async () => {
    const held = await heldInvitation()
    if (held === null) return refused()
    const { email, name, renews } = held.invitation
    return begun(
      await beginPasskeyRegistration('accept-invitation', { id: renews ?? randomUUID(), email, name }),
    )
  })
}
