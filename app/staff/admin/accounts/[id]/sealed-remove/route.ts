import { changeSealedList } from '@/lib/commands/change-sealed-list'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Takes somebody off the list for sealed cases. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'sealed-remove', fields: ['reason'], stepUp: 'sealed-list' } as const
  return accountPost(request, context, form, async (by, seen, posted) => {
    await changeSealedList(by, seen, false, posted.get('reason') ?? '')
    return undefined
  })
}
