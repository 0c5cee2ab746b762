import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { changePlanAtDesk } from '@/lib/commands/change-plan-at-desk'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { expectReason } from '@/lib/queries/given-reason'
import { deskPost } from '../../../../_http/desk-post'
import { planForm } from '../_act/plan-form'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Puts what somebody says on the telephone of how they may be reached in the place of the plan that holds. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    return deskPost(request, planForm(reference), async ({ actor, handle }, field, form) => {
      const opening = await expectReason(actor, handle, reference)
      const seen = { reference, version: Number(field('version')), planVersion: Number(field('plan')) }
      await changePlanAtDesk(actor, { ...seen, known: field('known'), form }, opening)
      return `${staffPaths.case(reference)}?done=plan`
    })
  })
}
