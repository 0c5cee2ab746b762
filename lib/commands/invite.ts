import 'server-only'
import { createInvitation, createRenewal, withdrawInvitation } from '@/lib/auth/invitations'
import { deskDb } from '@/lib/db/client'
import { readAddress, readName, readPost, readReason } from '@/lib/domain/account'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { isUuid } from '@/lib/domain/uuid'
import { roles } from '@/lib/domain/words'
import { districtsToGive } from './covered-from'
import { asAdministrator, changeAccount } from './change-account'
import type { AccountSeen } from './change-account'

/** A link's secret, to be shown once, and the invitation it belongs to. */
export interface Invited {
  readonly id: string
  readonly token: string
}

interface Given {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly districts: readonly string[]
}

/**
 * Invites somebody to make an account with this role. Of several invitations to one address only the newest counts. DomainError:
 * `forbidden`, `step-up`, `invalid`, and `exists` when the address has an account.
 */
export function invite(by: SignedIn, given: Given): Promise<Invited> {
  return asAdministrator(by, 'invite', async () => {
    const email = readAddress(given.email)
    const name = readName(given.name)
    const post = readPost(given.role, given.districts, districtsToGive())
    if ((await deskDb().account.findUnique({ where: { email } })) !== null) throw new DomainError('exists')
    return createInvitation({ email, name, ...post, invitedById: by.actor.id })
  })
}

/** Takes an invitation back. `conflict` when it was accepted, taken back or over before. */
export function takeInvitationBack(by: SignedIn, id: string): Promise<void> {
  return asAdministrator(by, 'withdraw-invitation', async () => {
    if (!isUuid(id)) throw new DomainError('not-found')
    if (!(await withdrawInvitation(id, by.actor))) throw new DomainError('conflict')
  })
}

/**
 * For somebody who lost what they sign in with: every way in, the force's own among them, and every session end now, because
 * whoever found it could be using it; a new invitation lets them make new ones. DomainErrors as `changeAccount`, and `invalid`
 * without a reason from the list.
 */
export async function resetSignIn(by: SignedIn, seen: AccountSeen, why: string): Promise<Invited> {
  await changeAccount(by, 'reset-sign-in', seen, async ({ id, role, active }, tx) => {
    const reason = readReason('reset', why)
    const after = roles.find((known) => known === role)
    if (!active || after === undefined) throw new DomainError('conflict')
    await tx.passkey.deleteMany({ where: { accountId: id } })
    await tx.recoveryCode.deleteMany({ where: { accountId: id } })
    await tx.forceIdentity.deleteMany({ where: { accountId: id } })
    return {
      data: { passwordHash: null, totpSecret: null, wrongCodes: 0 },
      after,
      why: 'factors-changed',
      audited: 'sign-in-voided',
      detail: { reason },
    }
  })
  return createRenewal(seen.accountId, by.actor.id)
}
