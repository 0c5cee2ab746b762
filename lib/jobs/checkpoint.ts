import 'server-only'
import { keepCheckpoint } from '@/lib/adapters/checkpoint-place'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { auditChains } from '@/lib/domain/audit-chain'
import type { AuditChain } from '@/lib/domain/audit-chain'
import type { Checkpoint } from '@/lib/domain/checkpoint'
import { readHeads } from '@/lib/queries/audit-heads'
import { signCheckpoint } from '@/lib/sealing/audit-key'

/** A chain that grew gets a checkpoint after so long, in milliseconds, or when it grew by so many rows. */
const checkpointEvery = { milliseconds: 5 * 60_000, rows: 1_000 } as const

/** Whether a chain at `position` is due for one, when the last was made at `last`. A clock that went back puts none off. */
export function isDue(
  position: number,
  last: { readonly position: number; readonly at: Date } | undefined,
  at: Date,
): boolean {
  if (position === 0) return false
  if (last === undefined) return true
  const grown = position - last.position
  const since = at.getTime() - last.at.getTime()
  return grown >= checkpointEvery.rows || (grown > 0 && (since < 0 || since >= checkpointEvery.milliseconds))
}

const last = new Map<AuditChain, { readonly position: number; readonly at: Date }>()

/**
 * Signs where each chain of the audit ends that is due for it, and keeps that outside the database. Gives the checkpoints it made.
 * A process that has made none yet makes one of each.
 */
export async function makeCheckpoints(): Promise<readonly Checkpoint[]> {
  const made: Checkpoint[] = []
  for (const head of await readHeads()) {
    const chain = auditChains.find((known) => known === head.chain)
    const at = now()
    if (chain === undefined || !isDue(head.position, last.get(chain), at)) continue
    const checkpoint = { ...head, chain, force: currentForce().id }
    if (!(await keepCheckpoint(await signCheckpoint(env().KEY_DIR, checkpoint)))) continue
    last.set(chain, { position: head.position, at })
    made.push(checkpoint)
  }
  return made
}
