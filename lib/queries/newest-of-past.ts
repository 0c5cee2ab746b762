import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { monthsIn } from '@/lib/domain/received-months'
import { inQueue } from './count-queue'

/** So many of what is past are listed. Nobody pages through every case there ever was, and a list takes little longer the more there are. */
export const mostOfPast = 1_000

const columns = {
  closed: Prisma.sql`closed_at`,
  received: Prisma.sql`received_at`,
  promised: Prisma.sql`promised_by`,
} as const

/** How a list of what is past is ordered, and which of it is listed. */
export interface Past {
  /** What the newest go by. */
  readonly by: keyof typeof columns
  /** Whether it has cases that are still worked on, too: all of those are listed, before the others. */
  readonly hasOpen: boolean
}

/**
 * How a list is found and ordered where it is of what is past: cases that are closed, or those of months. Null where everything is listed, the most
 * urgent first: also of months, where it is of those alone that are still worked on.
 */
export function pastOf(filters: QueueFilters): Past | null {
  const { set, status, of = 'received' } = filters
  if (set !== undefined || (status !== undefined && status !== 'closed')) return null
  if (monthsIn(filters) !== null) return { by: of, hasOpen: status === undefined && of !== 'closed' }
  return status === 'closed' ? { by: 'closed', hasOpen: false } : null
}

/** What a message calls danger comes first, then high risk and whom somebody is to ring within the hour. What came in a flood comes behind the rest of its risk; nothing that is urgent does. */
const urgency = Prisma.sql`urgent_at IS NULL, risk_rank > 0 AND NOT rings, risk_rank, slow_lane AND risk_rank > 0, promised_by`

/** The order that rows are listed in: what is not done with by its urgency, and what is past from the newest. */
export function orderOf(past: Past | null): Prisma.Sql {
  if (past === null) return Prisma.sql`done, ${urgency}, reference`
  const newest = Prisma.sql`${columns[past.by]} DESC, reference`
  return past.hasOpen ? Prisma.sql`done, CASE WHEN NOT done THEN ROW(${urgency}) END, ${newest}` : newest
}

/** How many rows of what was `found` are listed, and whether there are more. */
export function countsIn(past: Past | null): { readonly total: Prisma.Sql; readonly more: Prisma.Sql } {
  if (past === null) return { total: Prisma.sql`(SELECT count(*) FROM found)`, more: Prisma.sql`false` }
  const old = Prisma.sql`count(*) FILTER (WHERE ${past.hasOpen ? Prisma.sql`done` : Prisma.sql`true`})`
  return {
    total: Prisma.sql`(SELECT count(*) - ${old} + least(${old}, ${mostOfPast}) FROM found)`,
    more: Prisma.sql`(SELECT ${old} > ${mostOfPast} FROM found)`,
  }
}

/**
 * The rows of a list, by a statement that looks for rows of `"case" c` and can be gone on with. Of what is past as many as are listed, and one to
 * know whether there are more.
 */
export function foundIn(look: Prisma.Sql, past: Past | null): Prisma.Sql {
  if (past === null) return look
  const column = Prisma.sql`c.${columns[past.by]}`
  // Word for word what the indexes are made by.
  const newest = Prisma.sql`AND ${column} IS NOT NULL ORDER BY ${column} DESC, c.reference LIMIT ${mostOfPast + 1}`
  if (!past.hasOpen) return Prisma.sql`${look} ${newest}`
  return Prisma.sql`${look} AND ${inQueue} UNION ALL (${look} AND ${inQueue} IS NOT TRUE ${newest})`
}
