import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { giveReason } from '@/lib/commands/give-reason'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { isOfTheProduct, readReason } from '@/lib/domain/opening-reason'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'
import { waitingForm } from '../_act/waiting-form'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Takes why somebody opens a case, and leads to the case, which opens. What is the product's to give is not theirs to choose. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.case(reference)
    return deskPost(request, { page, form: 'reason', fields: [] }, async ({ actor, handle }, field) => {
      const reason = readReason(field('reason'))
      if (reason === null || isOfTheProduct(reason)) throw new DomainError('invalid')
      await giveReason(actor, handle, reference, reason)
      const after = waitingForm({ kept: field('kept'), form: field('form') })
      return Object.keys(after).length === 0 ? page : withQuery(page, after)
    })
  })
}
