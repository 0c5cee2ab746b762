import { endOthersSessions } from '@/lib/commands/end-others-sessions'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../../../_http/kept-form'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Ends one session of an account, or all of them. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'sessions', fields: [], stepUp: 'end-others-sessions' } as const
  return accountPost(request, context, form, async (by, { accountId }, posted) => {
    const count = await endOthersSessions(by, { accountId, handle: posted.get('session') })
    return withQuery(staffPaths.account(accountId), { done: 'sessions', count: String(count) })
  })
}
