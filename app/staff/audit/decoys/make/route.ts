import { makeDecoys } from '@/lib/commands/make-decoys'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../../_http/kept-form'
import { auditPost } from '../../_audit/audit-post'

/** Makes decoys. Which of those who answer for looking may, the command says. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.auditDecoys
  return auditPost(request, { page, form: 'decoys', fields: ['count'] }, async ({ actor }, field) => {
    const made = await makeDecoys(actor, field('count'))
    return withQuery(page, { done: 'decoys', count: String(made) })
  })
}
