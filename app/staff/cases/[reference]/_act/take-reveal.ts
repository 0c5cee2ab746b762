import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { policyContext } from '@/lib/queries/policy-context'
import { deskPost } from '../../../_http/desk-post'
import { askToReveal } from './reveal-once'
import type { HiddenPart } from './reveal-once'

/** A form that asks for a hidden part of a case. */
interface RevealForm {
  readonly part: HiddenPart
  readonly fields: readonly string[]
  readonly stepUp: 'reveal-address' | 'reveal-identity'
  /** Reads why, from the form; throws DomainError `invalid` where that is no reason. */
  readonly reasonIn?: (field: (name: string) => string) => string
}

/**
 * Asks to see a hidden part of a case. The page that follows shows it once, and that look is audited as such; whoever may not is
 * refused here already, under audit.
 */
export async function takeReveal(
  request: Request,
  params: Promise<{ readonly reference: string }>,
  { part, fields, stepUp, reasonIn }: RevealForm,
): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.case(reference)
    return deskPost(request, { page, form: part, fields, stepUp }, async ({ actor }, field) => {
      const { may } = await getCaseHeadline(actor, reference, policyContext(true))
      if (!may.has('reveal-address')) {
        await noteRefusal(actor, reference, { attempted: stepUp, code: 'forbidden' })
        throw new DomainError('forbidden')
      }
      await askToReveal(actor, reference, part, reasonIn?.(field))
      return page
    })
  })
}
