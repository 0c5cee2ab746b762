import { takeInvitationBack } from '@/lib/commands/invite'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../../../_http/kept-form'
import { adminPost } from '../../../_admin/admin-post'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/** Takes an invitation back. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const page = staffPaths.invitations
  return adminPost(
    request,
    { page, form: 'withdraw', fields: [], stepUp: 'withdraw-invitation' },
    async (by) => {
      await takeInvitationBack(by, id)
      return withQuery(page, { done: 'withdraw' })
    },
  )
}
