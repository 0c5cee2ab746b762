import { setLetters } from '@/lib/commands/set-letters'
import { staffPaths } from '@/lib/config/paths'
import { deskNotices } from '@/lib/domain/outbound/desk-notices'
import { deskPost } from '../../_http/desk-post'
import { withQuery } from '../../_http/kept-form'

const fields = ['letters', 'from', 'until', ...deskNotices]

/** Sets which e-mails whoever is signed in wants, and between which hours none. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownSignIn
  return deskPost(request, { page, form: 'letters', fields }, async ({ actor }, field) => {
    await setLetters(actor, {
      ...{ letters: field('letters'), from: field('from'), until: field('until') },
      ...{ figures: field('figures'), stuck: field('stuck') },
    })
    return withQuery(page, { done: 'letters' })
  })
}
