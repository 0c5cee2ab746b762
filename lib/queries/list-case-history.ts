import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db/client'

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

/** The history of a case, the newest first, and the names of the people its details speak of. */
export async function listCaseHistory(
  caseId: string,
): Promise<{ entries: HistoryEntry[]; names: ReadonlyMap<string, string> }> {
  const events = await db().caseEvent.findMany({
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
  return { entries, names: await namesIn(entries) }
}

async function namesIn(entries: readonly HistoryEntry[]): Promise<ReadonlyMap<string, string>> {
  const ids = entries.flatMap(({ detail: { from, to } }) => [from, to]).filter(isId)
  const accounts = await db().account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return new Map(accounts.map(({ id, name }) => [id, name]))
}

function isId(value: unknown): value is string {
  return z.uuid().safeParse(value).success
}
