import { seeOther } from '@/app/_form/see-other'
import { guarded } from '@/app/_form/guarded'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { policyContext } from '@/lib/queries/policy-context'
import { deskPost } from '../../../_http/desk-post'
import { askToReveal } from '../_act/reveal-once'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Asks to see the addresses of a case. The page that follows shows them once, and its look is audited as such. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.case(reference)
    const form = { page, form: 'reveal', fields: [], stepUp: 'reveal-address' } as const
    return deskPost(request, form, async ({ actor }) => {
      const { may } = await getCaseHeadline(actor, reference, policyContext(true))
      if (!may.has('reveal-address')) {
        await noteRefusal(actor, reference, { attempted: 'reveal-address', code: 'forbidden' })
        throw new DomainError('forbidden')
      }
      await askToReveal(actor, reference)
      return page
    })
  })
}
