import 'server-only'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { mayBeTasked } from '@/lib/domain/task'
import type { Actor, CaseFacts } from '@/lib/domain/policy'
import { caseStatuses, risks, roles } from '@/lib/domain/words'
import type { Risk } from '@/lib/domain/words'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

/** Something to be done for a case. Its words are in the box of its event: look them up in what `openCase` gave. */
export interface Task {
  readonly id: string
  /** The day, `YYYY-MM-DD`. */
  readonly dueOn: string
  /** Null: whoever has the case. */
  readonly assignee: string | null
  readonly boxId: string | null
  readonly setAt: Date
  readonly setBy: string | null
  readonly done: { readonly at: Date; readonly by: string | null } | null
}

/** The tasks of one case, for whoever may open it: what is due first comes first. */
export async function tasksOf(actor: Actor, caseId: string): Promise<readonly Task[]> {
  const named = { select: { name: true } }
  const rows = await asActor(actor, (tx) =>
    tx.caseTask.findMany({
      where: { caseId },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      include: {
        assignee: named,
        doneBy: named,
        event: { select: { at: true, boxId: true, actor: named } },
      },
    }),
  )
  return rows.map(({ id, dueOn, assignee, doneAt, doneBy, event }) => ({
    ...{ id, dueOn: dayOf(dueOn), assignee: assignee?.name ?? null },
    ...{ boxId: event.boxId, setAt: event.at, setBy: event.actor?.name ?? null },
    done: doneAt === null ? null : { at: doneAt, by: doneBy?.name ?? null },
  }))
}

/** A day as PostgreSQL keeps one: midnight in UTC, wherever the force is. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Everybody a task of this case can be given to, by name. */
export async function listTaskable(
  actor: Actor,
  found: Pick<CaseFacts, 'restricted' | 'namedIds' | 'conflictedIds' | 'assigneeId'>,
): Promise<readonly { readonly id: string; readonly name: string; readonly role: string }[]> {
  const accounts = await asActor(actor, (tx) =>
    tx.account.findMany({
      where: { active: true },
      select: { id: true, name: true, role: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  )
  return accounts.filter(({ id, role }) => {
    const known = roles.find((one) => one === role)
    return known !== undefined && mayBeTasked({ id, role: known }, found)
  })
}

/** As many of one's own as are listed. */
export const mostTasks = 200

const ownTask = z.object({
  id: z.string(),
  reference: z.string(),
  dueOn: z.string(),
  risk: z.enum(risks),
  status: z.enum(caseStatuses),
})

/** A task of one's own, without its words: reading them opens the case. */
export interface OwnTask {
  readonly id: string
  readonly reference: string
  readonly dueOn: string
  readonly risk: Risk
}

/**
 * What `actor` is to do for open cases, by name or because they have the case, as they do where whoever was named may see it no more: what is due
 * first comes first. One more than are listed.
 */
export async function ownTasks(actor: Actor): Promise<readonly OwnTask[]> {
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<unknown[]>`
      SELECT k.id, c.reference, k.due_on::text AS "dueOn", c.status, (ARRAY['high', 'medium', 'low'])[c.risk_rank + 1] AS risk
        FROM case_task k JOIN "case" c ON c.id = k.case_id
       WHERE k.done_at IS NULL AND c.force = ${currentForce().id} AND c.status <> 'closed'
         AND ${visibleCases(actor, 'open', policyContext())}
         AND (k.assignee_id = ${actor.id}::uuid
           OR (c.assignee_id = ${actor.id}::uuid AND (k.assignee_id IS NULL OR NOT may_be_tasked(c, k.assignee_id))))
       ORDER BY k.due_on, c.risk_rank, k.id LIMIT ${mostTasks + 1}`,
  )
  return z.array(ownTask).parse(rows)
}
