import 'server-only'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import { caseActions } from '@/lib/domain/role-grants'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { parseReference } from '@/lib/domain/reference'
import { controlRoomTold } from './control-room-told'
import type { Told } from './control-room-told'
import { firstDues } from './first-due'
import { answersOf } from './offer-answers'
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
    const found = await tx.case.findUnique({ where: { reference, force: currentForce().id } })
    if (found === null) return null
    const [beside] = await tx.$queryRaw<[Beside]>`
      SELECT s.locale, holder.name AS assignee, asked.name AS "offeredTo", recorder.name AS "recordedBy", told.at AS "toldAt", told.name AS "toldBy",
             EXISTS (SELECT FROM return_code r WHERE r.submission_id = s.id) AS "hasReturnCode",
             withdrawn_since(${found.id}::uuid) AS "withdrawnAt", wants_to_hear(${found.id}::uuid) AS "wantsToHear"
        FROM submission s
        LEFT JOIN account holder ON holder.id = ${found.assigneeId}::uuid
        LEFT JOIN account asked ON asked.id = ${found.offeredToId}::uuid
        LEFT JOIN account recorder ON recorder.id = ${found.recordedById}::uuid
        LEFT JOIN LATERAL (
          SELECT e.at, a.name FROM case_event e LEFT JOIN account a ON a.id = e.actor_id
           WHERE e.case_id = ${found.id}::uuid AND e.type = ${controlRoomTold} ORDER BY e.at LIMIT 1
        ) told ON true
       WHERE s.id = ${found.submissionId}::uuid`
    const { toldAt, toldBy, ...names } = beside
    const told: Told | null = toldAt === null ? null : { at: toldAt, who: toldBy }
    const dueAt = (await firstDues(tx, [found])).get(found.id) ?? null
    return { ...found, ...names, ...(await answersOf(tx, found.id)), dueAt, told }
  })
}

/** What is shown of a case that is not in its own row. */
interface Beside {
  readonly locale: string
  readonly assignee: string | null
  /** Who is asked to take it. */
  readonly offeredTo: string | null
  readonly recordedBy: string | null
  readonly toldAt: Date | null
  readonly toldBy: string | null
  readonly hasReturnCode: boolean
  /** Since when they want nothing more done; null where they do, or the case was opened again since. */
  readonly withdrawnAt: Date | null
  /** Whether they want to be told how it ends; null where they did not withdraw. */
  readonly wantsToHear: boolean | null
}
