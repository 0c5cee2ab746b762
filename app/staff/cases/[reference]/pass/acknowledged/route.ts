import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { sayAcknowledged } from '@/lib/commands/pass-case'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { isUuid } from '@/lib/domain/uuid'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Takes under which reference another force has a case that went as a file. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.passing(reference)
    return deskPost(request, { page, form: 'acknowledged', fields: ['theirs'] }, async ({ actor }, field) => {
      const passing = field('passing')
      if (!isUuid(passing)) throw new DomainError('invalid')
      await sayAcknowledged(actor, passing, field('theirs'))
      return `${page}?done=acknowledged`
    })
  })
}
