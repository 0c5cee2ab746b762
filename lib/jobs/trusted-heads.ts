import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import type { AuditChain, ChainHead } from '@/lib/domain/audit-chain'
import type { SignedCheckpoint } from '@/lib/domain/checkpoint'
import { isSigned } from '@/lib/sealing/audit-key'

/** What rightly signed checkpoints of this force say of each chain, and how many were not such. `keys` is the folder with the public half. */
export async function trustedHeads(
  keys: string,
  notes: readonly SignedCheckpoint[],
): Promise<{ readonly heads: Readonly<Record<AuditChain, readonly ChainHead[]>>; readonly refused: number }> {
  const heads: Record<AuditChain, ChainHead[]> = { intake: [], desk: [] }
  let refused = 0
  for (const note of notes) {
    const { chain, force, position, hash } = note.checkpoint
    if (force === currentForce().id && (await isSigned(keys, note))) heads[chain].push({ position, hash })
    else refused += 1
  }
  return { heads, refused }
}
