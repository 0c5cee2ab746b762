import { decideRecordType, takeBackRecordType } from '@/lib/commands/record-types'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { withQuery } from '../../_http/kept-form'
import { recordTypePost } from '../_act/record-type-post'

const done = { approve: 'approved', refuse: 'refused', 'take-back': 'taken-back' } as const

/** Approves or refuses what somebody else proposed, or takes back one's own. */
export function POST(request: Request): Promise<Response> {
  return recordTypePost(request, { form: 'decide', fields: [] }, async ({ actor }, field) => {
    const decision = field('decision')
    const id = field('version')
    if (decision === 'take-back') await takeBackRecordType(actor, id)
    else if (decision === 'approve' || decision === 'refuse')
      await decideRecordType(actor, { id, approve: decision === 'approve' })
    else throw new DomainError('invalid')
    return withQuery(staffPaths.recordTypes, { done: done[decision] })
  })
}
