import { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/client'
import { currentForce } from '@/lib/config/current-force'

/** One in so many is open, on hold, over its time, nearly over it, asked to be erased and erased. The others are closed and at rest. */
export const oneIn = 400

/**
 * Fills the tables with so many cases of some years, inside a transaction that its caller rolls back, and has the planner look at them.
 * `askedById` is who asked for those to be erased that somebody asked for.
 */
export async function fillCases(tx: Transaction, count: number, askedById: string): Promise<void> {
  const force = currentForce().id
  const filled = Prisma.sql`(
    SELECT n, md5('filled ' || n)::uuid AS id, 'HC-' || upper(substr(md5('filled ' || n), 1, 16)) AS reference,
           now() - n * interval '3 hours' AS at
      FROM generate_series(1, ${count}::integer) n) filled`
  await tx.$executeRaw`INSERT INTO sealed_box (id, purpose, suite) SELECT id, 'filled', 1 FROM ${filled}`
  await tx.$executeRaw`
    INSERT INTO submission (id, reference, kind, channel, force, journey_version, locale, token_hash, received_at, box_id)
    SELECT id, reference, 'report', 'online', ${force}, 1, 'en', sha256(id::text::bytea), at, id FROM ${filled}`
  await tx.$executeRaw`
    INSERT INTO "case" (id, reference, submission_id, force, kind, channel, strands, status, risk_suggested, risk_rank, risk_rules,
      wants_officer, languages, excluded_districts, received_at, promised_by, closed_at, disposition, legal_hold, erased_at, retention_due_on)
    SELECT id, reference, id, ${force}, 'report', 'online', '{}', CASE WHEN n % ${oneIn} = 0 THEN 'new' ELSE 'closed' END, 'low', 2, '{}',
           false, '{}', '{}', at, at + interval '1 day', CASE WHEN n % ${oneIn} > 0 THEN at END, 'advice',
           CASE WHEN n % ${oneIn} = 1 THEN 'court' END, CASE WHEN n % ${oneIn} = 2 THEN at END,
           CASE n % ${oneIn} WHEN 3 THEN current_date - 1 WHEN 4 THEN current_date + 9 END
      FROM ${filled}`
  await tx.$executeRaw`
    INSERT INTO erasure_request (id, case_id, reason, asked_at, asked_by_id, decided_at)
    SELECT id, id, 'period-over', now(), ${askedById}::uuid, CASE WHEN n % ${oneIn} = 2 THEN now() END
      FROM ${filled} WHERE n % ${oneIn} IN (2, 5)`
  await tx.$executeRaw`ANALYZE "case"`
  await tx.$executeRaw`ANALYZE erasure_request`
}
