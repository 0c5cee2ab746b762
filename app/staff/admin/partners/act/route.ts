import { endPartner, setPartner } from '@/lib/commands/set-partner'
import { staffPaths } from '@/lib/config/paths'
import { adminPost } from '../../_admin/admin-post'

/** Takes which keys are another force's, or ends passing cases to one. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.partners
  const form = { page, form: 'partner', fields: ['identity'], stepUp: 'change-partner' } as const
  return adminPost(request, form, async ({ actor }, field) => {
    const ended = field('end')
    if (ended !== '') {
      await endPartner(actor, ended)
      return `${page}?done=ended`
    }
    await setPartner(actor, field('identity'))
    return `${page}?done=partner`
  })
}
