import { deactivateAccount } from '@/lib/commands/close-account'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Closes an account. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'close', fields: ['reason'], stepUp: 'deactivate' } as const
  return accountPost(request, context, form, async (by, seen, posted) => {
    await deactivateAccount(by, seen, posted.get('reason') ?? '')
    return undefined
  })
}
