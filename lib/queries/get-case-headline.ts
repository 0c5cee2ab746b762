import 'server-only'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can, caseActions } from '@/lib/domain/policy'
import type { Actor, CaseAction, PolicyContext } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { withControlRoom } from './control-room-told'
import { policyContext } from './policy-context'

/** The published facts of one case, and who told the control room of it. */
export type CaseHeadline = NonNullable<Awaited<ReturnType<typeof findCase>>>

/**
 * The facts of one case that are published as plaintext, and what `actor` may do to it. `not-found` both when there is
 * none and when they may not know, and the audit keeps that they asked. Seeing a headline opens nothing and leaves no row.
 */
export async function getCaseHeadline(
  actor: Actor,
  text: string,
  context: PolicyContext = policyContext(),
): Promise<{ headline: CaseHeadline; may: ReadonlySet<CaseAction> }> {
  const reference = parseReference(text)
  if (reference === null) throw new DomainError('not-found')
  const headline = await findCase(actor, reference)
  const may = new Set(
    headline === null ? [] : caseActions.filter((action) => can(actor, action, factsOf(headline), context)),
  )
  if (headline === null || !may.has('see-headline')) {
    await noteRefusal(actor, reference, { attempted: 'see-headline' })
    throw new DomainError('not-found')
  }
  return { headline, may }
}

function findCase(actor: Actor, reference: string) {
  return asActor(actor, async (tx) => {
    const found = await tx.case.findUnique({
      where: { reference, force: currentForce().id },
      include: {
        submission: { select: { locale: true } },
        assignee: { select: { name: true } },
        recordedBy: { select: { name: true } },
        ...withControlRoom,
      },
    })
    if (found === null) return null
    const codes = await tx.$queryRaw<unknown[]>`
      SELECT submission_id::text FROM return_code WHERE submission_id = ${found.submissionId}::uuid`
    return { ...found, hasReturnCode: codes.length > 0 }
  })
}
