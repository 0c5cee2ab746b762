import { fileAnswer } from '@/app/_form/file-answer'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { currentSessionUnused } from '@/lib/auth/require-actor'
import { handOut } from '@/lib/commands/hand-out'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

const types = { pdf: 'application/pdf', json: 'application/json; charset=utf-8' } as const

/** Makes a hand-over document, as a file. Whoever is signed out while it is made gets none. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.handOut(reference)
    const form = { page, form: 'hand-out', fields: ['part', 'why'], stepUp: 'hand-out' } as const
    return deskPost(request, form, async (session, field, posted) => {
      const choice = { reference, parts: posted.getAll('part'), format: field('format'), why: field('why') }
      const file = await handOut(session, choice)
      const still = await currentSessionUnused()
      if (still?.actor.id !== session.actor.id) throw new DomainError('forbidden')
      const answer = fileAnswer(file.body, types[file.format], file.name)
      answer.headers.set('content-security-policy', 'sandbox')
      return answer
    })
  })
}
