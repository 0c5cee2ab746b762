import 'server-only'
import { asActor } from '@/lib/db/client'
import { readReason } from '@/lib/domain/account'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { isUuid } from '@/lib/domain/uuid'
import { appendAudit } from './append-audit'
import { asAdministrator } from './change-account'
import type { AccountSeen } from './change-account'

/**
 * Puts a supervisor on the list of those named for every sealed case that arrives, or takes them off it, for a reason from the list.
 * What they are named for already stays. DomainError: `forbidden`, `step-up`, `own-account`, `not-found`, `conflict` (another version
 * by now), and `invalid` for whoever is no supervisor, is there already or is not.
 */
export function changeSealedList(
  by: SignedIn,
  { accountId, version }: AccountSeen,
  sealedCases: boolean,
  why: string,
): Promise<void> {
  return asAdministrator(by, 'sealed-list', async () => {
    const reason = readReason(sealedCases ? 'sealed-add' : 'sealed-remove', why)
    if (accountId === by.actor.id) throw new DomainError('own-account')
    if (!isUuid(accountId)) throw new DomainError('not-found')
    await asActor(by.actor, async (tx) => {
      const account = await tx.account.findUnique({ where: { id: accountId } })
      if (account === null) throw new DomainError('not-found')
      if (!account.active || account.role !== 'supervisor' || account.sealedCases === sealedCases)
        throw new DomainError('invalid')
      const { count } = await tx.account.updateMany({
        where: { id: accountId, version },
        data: { sealedCases, version: version + 1 },
      })
      if (count === 0) throw new DomainError('conflict')
      await appendAudit(tx, {
        ...{ actorId: by.actor.id, role: by.actor.role, action: 'sealed-list-changed' },
        detail: { account: accountId, on: sealedCases, reason },
      })
    })
  })
}
