import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { currentForce } from '@/lib/config/current-force'
import { db } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { startOfDay } from '@/lib/domain/local-day'
import { can, caseActions } from '@/lib/domain/policy'
import type { Actor, CaseAction } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { withControlRoom } from './control-room-told'

/** The published facts of one case, and who told the control room of it. */
export type CaseHeadline = Awaited<ReturnType<typeof findCase>>

/**
 * The facts of one case that are published as plaintext, and what `actor` may do to it. `not-found` both when there is
 * none and when they may not know; the second is audited as refused. Seeing a headline opens nothing and leaves no row.
 */
export async function getCaseHeadline(
  actor: Actor,
  text: string,
): Promise<{ headline: CaseHeadline; may: ReadonlySet<CaseAction> }> {
  const headline = await findCase(text)
  const facts = factsOf(headline, startOfDay(now(), currentForce().timeZone))
  const may = new Set(caseActions.filter((action) => can(actor, action, facts)))
  if (!may.has('see-headline')) {
    const { id: caseId, reference } = headline
    const detail = { attempted: 'see-headline' }
    await appendAudit(db(), {
      actorId: actor.id,
      role: actor.role,
      action: 'refused',
      caseId,
      reference,
      detail,
    })
    throw new DomainError('not-found')
  }
  return { headline, may }
}

async function findCase(text: string) {
  const reference = parseReference(text)
  if (reference === null) throw new DomainError('not-found')
  const found = await db().case.findUnique({
    where: { reference, force: currentForce().id },
    include: {
      submission: { select: { locale: true, returnCode: { select: { submissionId: true } } } },
      assignee: { select: { name: true } },
      recordedBy: { select: { name: true } },
      ...withControlRoom,
    },
  })
  if (found === null) throw new DomainError('not-found')
  return found
}
