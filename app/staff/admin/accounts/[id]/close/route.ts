import { deactivateAccount } from '@/lib/commands/close-account'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Closes an account. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'close', fields: [], stepUp: 'deactivate' } as const
  return accountPost(request, context, form, async (by, seen) => {
    await deactivateAccount(by, seen)
    return undefined
  })
}
