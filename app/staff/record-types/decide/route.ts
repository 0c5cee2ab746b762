import { decideRecordType } from '@/lib/commands/record-types'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { withQuery } from '../../_http/kept-form'
import { recordTypePost } from '../_act/record-type-post'

/** Approves or refuses what somebody else proposed. */
export function POST(request: Request): Promise<Response> {
  return recordTypePost(request, { form: 'decide', fields: [] }, async ({ actor }, field) => {
    const decision = field('decision')
    if (decision !== 'approve' && decision !== 'refuse') throw new DomainError('invalid')
    await decideRecordType(actor, { id: field('version'), approve: decision === 'approve' })
    return withQuery(staffPaths.recordTypes, { done: decision === 'approve' ? 'approved' : 'refused' })
  })
}
