import { proposeRecordType } from '@/lib/commands/record-types'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../_http/kept-form'
import { recordTypePost } from '../_act/record-type-post'
import { fieldsOfProposal, proposalFields } from '../_view/proposal-form'

/** Proposes how a case may end from a day on. */
export function POST(request: Request): Promise<Response> {
  const form = { form: 'propose', fields: proposalFields }
  return recordTypePost(request, form, async ({ actor }, _field, posted) => {
    const read = fieldsOfProposal((name) => posted.get(name), posted.getAll('kinds'))
    await proposeRecordType(actor, read)
    return withQuery(staffPaths.recordTypes, { done: 'proposed' })
  })
}
