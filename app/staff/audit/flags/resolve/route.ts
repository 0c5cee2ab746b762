import { resolveFlag } from '@/lib/commands/resolve-flag'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../../_http/kept-form'
import { auditPost } from '../../_audit/audit-post'

/** Says what came of a flag. Its outcome and its reason are one choice. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.auditFlags
  return auditPost(request, { page, form: 'flag', fields: ['flag', 'answer'] }, async ({ actor }, field) => {
    const [outcome = '', reason = ''] = field('answer').split(' ')
    await resolveFlag(actor, { flagId: field('flag'), outcome, reason })
    return withQuery(page, { done: 'flag' })
  })
}
