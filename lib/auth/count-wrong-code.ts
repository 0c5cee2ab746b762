import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import { mostWrongCodes } from '@/lib/domain/password-way'

/**
 * Counts a wrong code, where the password was right; the one that closes the password way is in the audit. The same statement
 * runs for a wrong password and for nobody's address, and none of them waits for the disk, so that the time tells nothing.
 */
export async function countWrongCode(account: Account | null, passwordIsRight: boolean): Promise<void> {
  const { id, version } = account ?? { id: randomUUID(), version: 0 }
  const rows = await deskDb().$queryRaw<{ count: number; role: string }[]>`
    WITH soon AS (SELECT set_config('synchronous_commit', 'off', true))
    UPDATE account SET wrong_codes = wrong_codes + 1 FROM soon
     WHERE id = ${id}::uuid AND version = ${version} AND active AND ${passwordIsRight}
    RETURNING wrong_codes AS count, role`
  const counted = rows[0]
  if (counted?.count !== mostWrongCodes) return
  await appendAudit(deskDb(), { actorId: id, role: counted.role, action: 'password-way-closed' })
}
