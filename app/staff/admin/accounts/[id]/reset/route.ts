import { resetSignIn } from '@/lib/commands/invite'
import { showLink } from '../../../_admin/invitation-link'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Voids what somebody signs in with, and leads to the link for new ways. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'reset', fields: ['reason'], stepUp: 'reset-sign-in' } as const
  return accountPost(request, context, form, async (by, seen, posted) =>
    showLink(by.actor, await resetSignIn(by, seen, posted.get('reason') ?? ''), 'reset'),
  )
}
