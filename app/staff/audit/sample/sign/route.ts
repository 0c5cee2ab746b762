import { signLook } from '@/lib/commands/sign-look'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../../_http/kept-form'
import { auditPost } from '../../_audit/audit-post'

/** Signs a look of the week's sample. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.auditSample
  return auditPost(request, { page, form: 'sign', fields: [] }, async ({ actor }, field) => {
    await signLook(actor, { sampleId: field('look'), outcome: field('outcome') })
    return withQuery(page, { done: 'sign' })
  })
}
