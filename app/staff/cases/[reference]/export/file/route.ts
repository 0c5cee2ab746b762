import { guarded } from '@/app/_form/guarded'
import { fileAnswer } from '@/app/_form/file-answer'
import { seeOther } from '@/app/_form/see-other'
import { currentSessionUnused } from '@/lib/auth/require-actor'
import { exportPerson } from '@/lib/commands/export-person'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { exportPairs, readExportQuery } from '@/lib/domain/export-query'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

const types = { pdf: 'application/pdf', json: 'application/json; charset=utf-8' } as const

/** Takes out one person's data, as a file. Whoever is signed out while it is made gets none. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const query = readExportQuery(reference, new URL(request.url).searchParams)
    const page = staffPaths.exporting(reference, exportPairs(query))
    const form = {
      page,
      form: 'export',
      fields: ['note', 'identity', 'words', 'recipient'],
      stepUp: 'export',
    } as const
    return deskPost(request, form, async (session, field, posted) => {
      const file = await exportPerson(session, {
        ...{ references: [reference, ...query.also], reason: query.reason ?? '', format: field('format') },
        recipient: field('recipient'),
        ...{ notes: posted.getAll('note'), withIdentity: field('identity') === 'yes', words: field('words') },
      })
      const still = await currentSessionUnused()
      if (still?.actor.id !== session.actor.id) throw new DomainError('forbidden')
      const answer = fileAnswer(file.body, types[file.format], file.name)
      answer.headers.set('content-security-policy', 'sandbox')
      return answer
    })
  })
}
