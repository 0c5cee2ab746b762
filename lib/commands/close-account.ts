import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { roles } from '@/lib/domain/words'
import { changeAccount } from './change-account'
import type { AccountSeen } from './change-account'

/** Closes an account: nobody signs in with it, and whoever has is out with their next click. `conflict` when it is closed. */
export function deactivateAccount(by: SignedIn, seen: AccountSeen): Promise<void> {
  return changeAccount(by, 'deactivate', seen, ({ active }) => {
    if (!active) throw new DomainError('conflict')
    return { data: { active: false }, after: null, why: 'deactivated', audited: 'account-closed' }
  })
}

/** Opens a closed account again, with its role and its ways of signing in. `conflict` when it is open. */
export function reactivateAccount(by: SignedIn, seen: AccountSeen): Promise<void> {
  return changeAccount(by, 'reactivate', seen, ({ active, role }) => {
    const after = roles.find((known) => known === role)
    if (active || after === undefined) throw new DomainError('conflict')
    return { data: { active: true }, after, why: 'deactivated', audited: 'account-opened' }
  })
}
