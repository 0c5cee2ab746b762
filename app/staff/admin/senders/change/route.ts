import { addSender, addSenderKey, stopSender, stopSenderKey } from '@/lib/commands/keep-senders'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { withQuery } from '../../../_http/kept-form'
import { adminPost } from '../../_admin/admin-post'

/** Changes who may send referrals, and with which keys. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.senders
  const fields = ['act', 'id', 'name', 'channel', 'key']
  return adminPost(request, { page, form: 'senders', fields, stepUp: 'keep-senders' }, async (by, field) => {
    const act = field('act')
    if (act === 'add') await addSender(by, { name: field('name'), channel: field('channel') })
    else if (act === 'stop') await stopSender(by, field('id'))
    else if (act === 'add-key') await addSenderKey(by, field('id'), field('key'))
    else if (act === 'stop-key') await stopSenderKey(by, field('id'))
    else throw new DomainError('invalid')
    return withQuery(page, { done: `sender-${act}` })
  })
}
