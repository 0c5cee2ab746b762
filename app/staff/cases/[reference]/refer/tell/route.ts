import { fileAnswer } from '@/app/_form/file-answer'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { currentSessionUnused } from '@/lib/auth/require-actor'
import { endSupport, supportLetter, tellByLetter, tellByTelephone } from '@/lib/commands/refer-to-support'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { isUuid } from '@/lib/domain/uuid'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

const acts = new Map([
  ['telephone', { keep: tellByTelephone, done: 'support-told' }],
  ['sent', { keep: tellByLetter, done: 'support-sent' }],
  ['end', { keep: endSupport, done: 'support-ended' }],
])

/** Keeps that a service was told, makes a letter that tells it, or keeps that it is told no more. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.refer(reference)
    const form = { page, form: 'support-tell', fields: ['referral', 'words'], stepUp: 'hand-out' } as const
    return deskPost(request, form, async (session, field) => {
      const on = { reference, referral: field('referral'), words: field('words') }
      if (!isUuid(on.referral)) throw new DomainError('invalid')
      if (field('way') === 'letter') {
        const { body, name } = await supportLetter(session, on)
        // Whoever is signed out while it is made gets none.
        if ((await currentSessionUnused())?.actor.id !== session.actor.id) throw new DomainError('forbidden')
        const answer = fileAnswer(body, 'application/pdf', name)
        answer.headers.set('content-security-policy', 'sandbox')
        return answer
      }
      const act = acts.get(field('way'))
      if (act === undefined) throw new DomainError('invalid')
      await act.keep(session, on)
      return `${page}?done=${act.done}`
    })
  })
}
