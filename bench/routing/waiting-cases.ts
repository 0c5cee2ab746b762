import { Prisma } from '@/lib/db/generated/client'
import { ownerDb } from '@/lib/db/owner'
import type { Force } from '@/lib/domain/force'

/** Stores cases that ask for an officer and are ready to be routed, over all districts and risks, received in the hours before. */
export async function storeWaiting(count: number, at: Date, force: Force): Promise<void> {
  const districts = force.districts.map(({ id }) => id)
  const filled = Prisma.sql`(
    SELECT n, md5('waiting ' || n)::uuid AS id, 'HC-W' || lpad(n::text, 7, '0') AS reference,
           ${at}::timestamptz - interval '1 hour' - n * interval '1 second' AS at
      FROM generate_series(1, ${count}::integer) n) filled`
  await ownerDb().$transaction(
    async (tx) => {
      await tx.$executeRaw`INSERT INTO sealed_box (id, purpose, suite) SELECT id, 'waiting', 1 FROM ${filled}`
      await tx.$executeRaw`
        INSERT INTO submission (id, reference, kind, channel, force, journey_version, locale, token_hash, received_at, box_id)
        SELECT id, reference, 'report', 'online', ${force.id}, 1, 'en', sha256(id::text::bytea), at, id FROM ${filled}`
      await tx.$executeRaw`
        INSERT INTO "case" (id, reference, submission_id, force, kind, channel, district, strands, status, risk_suggested, risk_rank,
          risk_rules, wants_officer, languages, excluded_districts, received_at, promised_by)
        SELECT id, reference, id, ${force.id}, 'report', 'online', (${districts}::text[])[1 + n % ${districts.length}],
               '{sexual-orientation}', 'new', (ARRAY['high', 'medium', 'low'])[1 + n % 3], n % 3, '{}', true, '{}', '{}', at,
               at + interval '3 days'
          FROM ${filled}`
      await tx.$executeRaw`
        INSERT INTO case_index (case_id, key_id, kind, term) SELECT id, 'none', 'surname', '\\x000000'::bytea FROM ${filled}`
    },
    { timeout: 120_000 },
  )
  // As a database that runs does by itself.
  await ownerDb().$executeRaw`ANALYZE "case"`
  await ownerDb().$executeRaw`ANALYZE case_index`
}

/** Takes every case away again. The audit stays, as it always does. */
export async function dropCases(): Promise<void> {
  await ownerDb().$transaction(
    async (tx) => {
      for (const one of [
        'escalation',
        'case_offer',
        'case_clock',
        'routing_decision',
        'case_event',
        'case_index',
      ])
        await tx.$executeRawUnsafe(`DELETE FROM ${one}`)
      await tx.$executeRaw`DELETE FROM "case"`
      await tx.$executeRaw`DELETE FROM submission`
      await tx.$executeRaw`DELETE FROM sealed_box`
    },
    { timeout: 120_000 },
  )
}
