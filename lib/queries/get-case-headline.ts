import 'server-only'
import { now } from '@/lib/adapters/clock'
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
 * none and when they may not know. Seeing a headline opens nothing, so it leaves no audit row.
 */
export async function getCaseHeadline(
  actor: Actor,
  text: string,
): Promise<{ headline: CaseHeadline; may: ReadonlySet<CaseAction> }> {
  const headline = await findCase(text)
  const facts = factsOf(headline, startOfDay(now(), currentForce().timeZone))
  const may = new Set(caseActions.filter((action) => can(actor, action, facts)))
  if (!may.has('see-headline')) throw new DomainError('not-found')
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
