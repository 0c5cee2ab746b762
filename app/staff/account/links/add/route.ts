import { declareLink } from '@/lib/commands/declare-link'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

const fields = ['kind', 'telephone', 'email', 'surname', 'postcode', 'own']

/** Takes down somebody that whoever is signed in knows. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownLinks
  return deskPost(request, { page, form: 'link-add', fields }, async ({ actor }, field) => {
    await declareLink(actor, {
      kind: field('kind'),
      telephone: field('telephone'),
      email: field('email'),
      surname: field('surname'),
      postcode: field('postcode'),
      own: field('own'),
    })
    return withQuery(page, { done: 'link-added' })
  })
}
