import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { mayMakeDecoys, readDecoyCount } from '@/lib/domain/decoy'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { decoyRows } from './decoy-rows'
import { noteNoEntry } from './note-no-entry'

/**
 * Makes up cases that nobody's work leads to, and gives how many. `typed` is how many, as a form has it. DomainErrors: `forbidden`, which is
 * audited, for everybody but an auditor; `invalid`.
 */
export async function makeDecoys(actor: Actor, typed: string): Promise<number> {
  if (!mayMakeDecoys(actor.role)) {
    await noteNoEntry(actor, 'audit')
    throw new DomainError('forbidden')
  }
  const rows = JSON.stringify(await decoyRows(readDecoyCount(typed)))
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ made: number }[]>`
      SELECT make_decoys(${rows}::jsonb, ${now()}::timestamptz) AS made`,
  )
  return row?.made ?? 0
}
