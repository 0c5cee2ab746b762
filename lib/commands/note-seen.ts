import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'

/** Keeps that somebody had a case in front of them at `at`: what comes after is new to them. No room to write it stops nothing. */
export async function noteSeen(actor: Actor, caseId: string, at: Date): Promise<void> {
  try {
    await asActor(
      actor,
      (tx) => tx.$executeRaw`
        INSERT INTO case_seen (case_id, account_id, seen_at) VALUES (${caseId}::uuid, ${actor.id}::uuid, ${at})
        ON CONFLICT (case_id, account_id) DO UPDATE SET seen_at = greatest(case_seen.seen_at, EXCLUDED.seen_at)`,
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
}
