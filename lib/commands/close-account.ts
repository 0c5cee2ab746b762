import 'server-only'
import { readReason } from '@/lib/domain/account'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { roles } from '@/lib/domain/words'
import { changeAccount } from './change-account'
import type { AccountSeen } from './change-account'

/**
 * Closes an account for a reason from the list: nobody signs in with it, and whoever has is out with their next click. DomainErrors
 * as `changeAccount`, `invalid`, and `conflict` when it is closed.
 */
export function deactivateAccount(by: SignedIn, seen: AccountSeen, why: string): Promise<void> {
  return changeAccount(by, 'deactivate', seen, ({ active }) => {
    const detail = { reason: readReason('close', why) }
    if (!active) throw new DomainError('conflict')
    return { data: { active: false }, after: null, why: 'deactivated', audited: 'account-closed', detail }
  })
}

/**
 * Opens a closed account again for a reason from the list, with its role and its ways of signing in. DomainErrors as
 * `changeAccount`, `invalid`, and `conflict` when it is open.
 */
export function reactivateAccount(by: SignedIn, seen: AccountSeen, why: string): Promise<void> {
  return changeAccount(by, 'reactivate', seen, ({ active, role }) => {
    const detail = { reason: readReason('open', why) }
    const after = roles.find((known) => known === role)
    if (active || after === undefined) throw new DomainError('conflict')
    return { data: { active: true }, after, why: 'deactivated', audited: 'account-opened', detail }
  })
}
