import { breakGlass } from '@/lib/commands/break-glass'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { deskPost } from '../../_http/desk-post'
import { keepForm, withQuery } from '../../_http/kept-form'

/** Breaks the glass of a case, and leads to the case, which is open then for an hour. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.breakGlass
  const form = { page, form: 'glass', fields: ['reference', 'reason'] } as const
  return deskPost(
    request,
    {
      ...form,
      stepUp: 'break-glass',
      closedPart: ({ actor }) => (mayEnter(actor.role, 'glass') ? null : 'glass'),
    },
    async (session, field, posted) => {
      const given = {
        ...{ reference: field('reference'), reason: field('reason') },
        confirmed: field('confirm') === 'yes',
      }
      const broken = await breakGlass(session, given)
      if ('reference' in broken) return staffPaths.case(broken.reference)
      await keepForm(session.actor.id, form, posted)
      return withQuery(page, { problem: broken.problem, form: form.form })
    },
  )
}
