import type { Session } from '@/lib/auth/session'
import { dropView, renameView } from '@/lib/commands/keep-view'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import { isUuid } from '@/lib/domain/uuid'
import { deskPost } from '../../_http/desk-post'

const form = { page: staffPaths.views, form: 'views', fields: ['id', 'name'] } as const

/** Renames a view of one's own, or takes it away. */
export function POST(request: Request): Promise<Response> {
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'queue') ? null : 'queue')
  return deskPost(request, { ...form, closedPart }, async ({ actor }, field) => {
    const id = field('id')
    if (!isUuid(id)) throw new DomainError('invalid')
    const isRemoved = field('act') === 'remove'
    await (isRemoved ? dropView(actor, id) : renameView(actor, { id, name: field('name') }))
    return `${staffPaths.views}?done=${isRemoved ? 'view-removed' : 'view-renamed'}`
  })
}
