import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { renewReturnCode } from '@/lib/commands/renew-return-code'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { expectReason } from '@/lib/queries/given-reason'
import { deskPost } from '../../../_http/desk-post'
import { showOnce } from '../../../_http/kept-form'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Gives somebody who has lost their return code a new one, which the next page shows once. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.case(reference)
    const place = { page, form: 'new-code', fields: ['checked'], stepUp: 'renew-code' } as const
    return deskPost(request, place, async (session, field, posted) => {
      const { actor, handle } = session
      const opening = await expectReason(actor, handle, reference)
      if (opening === null) throw new DomainError('no-reason')
      const seen = { reference, version: Number(field('version')) }
      const code = await renewReturnCode(session, { ...seen, opening, checks: posted.getAll('checked') })
      await showOnce(actor, { page, form: 'new-code', fields: ['code'] }, { code })
      return `${page}?done=new-code`
    })
  })
}
