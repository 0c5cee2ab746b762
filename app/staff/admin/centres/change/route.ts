import { addCentre, placeWorker, stopCentre } from '@/lib/commands/keep-centres'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { withQuery } from '../../../_http/kept-form'
import { adminPost } from '../../_admin/admin-post'

/** Changes the reporting centres, and who works for which. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.centres
  const fields = ['act', 'id', 'name', 'account']
  return adminPost(request, { page, form: 'centres', fields, stepUp: 'keep-centres' }, async (by, field) => {
    const act = field('act')
    if (act === 'add') await addCentre(by, field('name'))
    else if (act === 'stop') await stopCentre(by, field('id'))
    else if (act === 'place') await placeWorker(by, field('account'), field('id'))
    else throw new DomainError('invalid')
    return withQuery(page, { done: `centre-${act}` })
  })
}
