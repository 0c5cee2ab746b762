import { reactivateAccount } from '@/lib/commands/close-account'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Opens an account. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'open', fields: ['reason'], stepUp: 'reactivate' } as const
  return accountPost(request, context, form, async (by, seen, posted) => {
    await reactivateAccount(by, seen, posted.get('reason') ?? '')
    return undefined
  })
}
