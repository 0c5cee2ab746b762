import { giveReasonOfProduct } from '@/lib/commands/give-reason'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { sampledReference } from '@/lib/queries/list-sample'
import { auditPost } from '../../_audit/audit-post'

/** Leads to the case of a look that was drawn. That it was drawn is the reason, and nobody can give it otherwise. */
export function POST(request: Request): Promise<Response> {
  const form = { page: staffPaths.auditSample, form: 'open', fields: [] }
  return auditPost(request, form, async ({ actor, handle }, field) => {
    const reference = await sampledReference(actor, field('look'))
    if (reference === null) throw new DomainError('not-found')
    await giveReasonOfProduct(actor, handle, reference, 'weekly-sample')
    return staffPaths.case(reference)
  })
}
