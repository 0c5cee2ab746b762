import { changeRole } from '@/lib/commands/change-role'
import { accountPost } from '../../../_admin/account-post'
import type { AccountContext } from '../../../_admin/account-post'

/** Changes a role. */
export function POST(request: Request, context: AccountContext): Promise<Response> {
  const form = { form: 'role', fields: ['role', 'districts', 'reason'], stepUp: 'change-role' } as const
  return accountPost(request, context, form, async (by, seen, posted) => {
    await changeRole(by, seen, {
      role: posted.get('role') ?? '',
      districts: posted.getAll('districts'),
      reason: posted.get('reason') ?? '',
    })
    return undefined
  })
}
