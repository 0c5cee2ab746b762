import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { repliesIn, withReply } from '@/lib/domain/own-queue/reply'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'
import { keepForm } from '../../../../_http/kept-form'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Puts a text below what is written in the form of a message, for a browser without JavaScript: the page shows the form with both. Nothing is sent. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const reference = parseReference((await params).reference)
  const page = reference === null ? staffPaths.queue : staffPaths.case(reference)
  const form = { page, form: 'message', fields: ['text', 'tell'] }
  return deskPost(request, form, async ({ actor }, field) => {
    const { languages, replies } = currentForce()
    const choices = languages.flatMap((language) => repliesIn(replies, language))
    const text = withReply(field('text'), choices, field('template'))
    await keepForm(actor.id, form, new URLSearchParams({ text, tell: field('tell') }))
    return `${page}#message-text`
  })
}
