import { proposeRecordType } from '@/lib/commands/record-types'
import { staffPaths } from '@/lib/config/paths'
import { withQuery } from '../../_http/kept-form'
import { recordTypePost } from '../_act/record-type-post'

const fields = [
  'disposition',
  'label',
  'hint',
  'kinds',
  'supervisor-only',
  'asks-reason',
  'asks-review',
  'subject-data',
  'from',
  'until',
  'why',
]

/** Proposes how a case may end from a day on. */
export function POST(request: Request): Promise<Response> {
  return recordTypePost(request, { form: 'propose', fields }, async ({ actor }, field, posted) => {
    await proposeRecordType(actor, {
      disposition: field('disposition'),
      label: field('label'),
      hint: field('hint'),
      kinds: posted.getAll('kinds'),
      supervisorOnly: posted.has('supervisor-only'),
      asksReason: posted.has('asks-reason'),
      asksReview: posted.has('asks-review'),
      subjectData: field('subject-data'),
      from: field('from'),
      until: field('until'),
      reason: field('why'),
    })
    return withQuery(staffPaths.recordTypes, { done: 'proposed' })
  })
}
