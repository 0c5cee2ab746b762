import 'server-only'
import { deskDb } from '@/lib/db/client'

/** How many of one purpose may be unanswered at a time. */
export const mostChallenges = 5_000

/**
 * Makes room for one more challenge of a purpose: takes away what is over, and the oldest of more than may wait, because anybody
 * can ask to sign in as often as they like. Whoever's went begins again.
 */
export async function sweepChallenges(purpose: string, at: Date, most = mostChallenges): Promise<void> {
  await deskDb().$executeRaw`
    DELETE FROM sign_in_challenge WHERE id_hash IN (
      SELECT id_hash FROM sign_in_challenge WHERE expires_at < ${at} OR (purpose = ${purpose} AND expires_at <= (
        SELECT expires_at FROM sign_in_challenge WHERE purpose = ${purpose}
         ORDER BY expires_at DESC OFFSET ${most - 1} LIMIT 1))
      FOR UPDATE SKIP LOCKED)`
}
