import { invite } from '@/lib/commands/invite'
import { staffPaths } from '@/lib/config/paths'
import { adminPost } from '../../_admin/admin-post'
import { showLink } from '../../_admin/invitation-link'

/** Invites somebody, and leads to the page that shows the link. */
export function POST(request: Request): Promise<Response> {
  const form = {
    page: staffPaths.invitations,
    form: 'invite',
    fields: ['name', 'email', 'role', 'districts'],
    stepUp: 'invite',
  } as const
  return adminPost(request, form, async (by, field, posted) => {
    const given = { email: field('email'), name: field('name'), role: field('role') }
    return showLink(by.actor, await invite(by, { ...given, districts: posted.getAll('districts') }), 'invite')
  })
}
