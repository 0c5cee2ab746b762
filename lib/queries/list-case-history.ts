import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from './find-visible-case'

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** One thing that happened to a case. `detail` holds codes and ids; names of people are beside them in `names`. */
export interface HistoryEntry {
  readonly id: string
  readonly at: Date
  readonly who: string | null
  readonly type: string
  readonly detail: z.infer<typeof detail>
  /** The sealed words that belong to it: look them up in what `openSubmission` gave. */
  readonly boxId: string | null
}

/**
 * The history of a case, the newest first, and the names of the people its details speak of. `not-found` when there is none
 * or they may not know of it.
 */
export function listCaseHistory(
  actor: Actor,
  reference: string,
): Promise<{ entries: HistoryEntry[]; names: ReadonlyMap<string, string> }> {
  return asActor(actor, async (tx) => {
    const { id: caseId } = await findVisibleCase(tx, actor, reference)
    const events = await tx.caseEvent.findMany({
      where: { caseId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      include: { actor: { select: { name: true } } },
    })
    const entries = events.map((event) => ({
      id: event.id,
      at: event.at,
      who: event.actor?.name ?? null,
      type: event.type,
      detail: detail.parse(event.detail),
      boxId: event.boxId,
    }))
    return { entries, names: await namesIn(tx, entries) }
  })
}

async function namesIn(
  tx: Transaction,
  entries: readonly HistoryEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = entries.flatMap(({ detail: { from, to } }) => [from, to]).filter(isId)
  const accounts = await tx.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

function isId(value: unknown): value is string {
  return z.uuid().safeParse(value).success
}
