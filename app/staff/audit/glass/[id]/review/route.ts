import { reviewGlass } from '@/lib/commands/review-glass'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../../../_http/kept-form'
import { auditPost } from '../../../_audit/audit-post'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/** Says what a supervisor found of a broken glass. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const page = staffPaths.auditGlassOf(id)
  const form = { page, form: 'review', fields: ['outcome', 'note'] }
  return auditPost(request, form, async ({ actor }, field) => {
    await reviewGlass(actor, { id, outcome: field('outcome'), note: field('note') })
    return withQuery(staffPaths.auditGlass, { done: 'glass' })
  })
}
