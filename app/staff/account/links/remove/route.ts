import { removeLink } from '@/lib/commands/declare-link'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Removes one of one's own links. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownLinks
  return deskPost(request, { page, form: 'link-remove', fields: [] }, async ({ actor }, field) => {
    await removeLink(actor, field('link'))
    return withQuery(page, { done: 'link-removed' })
  })
}
