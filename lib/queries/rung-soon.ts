import 'server-only'
import { now } from '@/lib/adapters/clock'
import { Prisma } from '@/lib/db/generated/client'

const hour = 3_600_000

/** Whether somebody is to be rung back within the hour, or was to be and nobody said what came of it: of a row of `"case" c`, or a case merged into it. */
export function isRungSoon(): Prisma.Sql {
  return Prisma.sql`c.id IN (
    SELECT coalesce(o.goes_on_in_id, o.id) FROM case_call_back b JOIN "case" o ON o.id = b.case_id
     WHERE b.ended_at IS NULL AND b.starts_at <= ${new Date(now().getTime() + hour)} AND o.status <> 'closed')`
}
