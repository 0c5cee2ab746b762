import 'server-only'
import { lastCheckpoint } from '@/lib/adapters/checkpoint-place'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import { auditChains } from '@/lib/domain/audit-chain'
import type { AuditChain } from '@/lib/domain/audit-chain'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** One chain of the audit: where it ends, and the last checkpoint of it that is kept outside. */
interface ChainHealth {
  readonly chain: AuditChain
  readonly rows: number
  /** Hexadecimal. */
  readonly hash: string
  readonly linkedAt: Date
  /** Null where there is none. */
  readonly checkpoint: { readonly rows: number; readonly linkedAt: Date } | null
}

/** What the last check of the whole audit found. */
interface Verification {
  readonly at: Date
  readonly rows: number
  readonly faults: number
  readonly checkpoints: number
  readonly refused: number
}

interface AuditHealth {
  readonly chains: readonly ChainHealth[]
  /** `none`: no place is set; `mailbox`: they are sent to a mailbox alone; `unreadable`: this process cannot read the folder. */
  readonly place: 'kept' | 'mailbox' | 'none' | 'unreadable'
  readonly verified: Verification | null
}

/**
 * How the log is: where each chain ends, what is kept of it outside, and what the last check found. DomainError `forbidden` for whoever does
 * not answer for looking.
 */
export async function auditHealth(actor: Actor): Promise<AuditHealth> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const { heads, last } = await asActor(actor, async (tx) => ({
    heads: await tx.$queryRaw<{ chain: string; position: bigint; linkedAt: Date; hash: Uint8Array }[]>`
      SELECT chain, position, linked_at AS "linkedAt", hash FROM audit_heads() ORDER BY chain`,
    last: await tx.auditVerification.findFirst({ orderBy: { at: 'desc' } }),
  }))
  const { place, ends } = await lastCheckpoints()
  const chains = heads.flatMap(({ chain: name, position, linkedAt, hash }) => {
    const chain = auditChains.find((known) => known === name)
    if (chain === undefined) return []
    const end = { rows: Number(position), linkedAt, hash: Buffer.from(hash).toString('hex') }
    return [{ chain, ...end, checkpoint: ends.get(chain) ?? null }]
  })
  return { chains, place, verified: last === null ? null : { ...last, rows: Number(last.rows) } }
}

async function lastCheckpoints() {
  const ends = new Map<AuditChain, { rows: number; linkedAt: Date }>()
  const { AUDIT_CHECKPOINTS: folder, AUDIT_CHECKPOINTS_TO: mailbox } = env()
  if (folder === undefined) return { place: mailbox === undefined ? 'none' : 'mailbox', ends } as const
  const force = currentForce().id
  try {
    for (const chain of auditChains) {
      const last = await lastCheckpoint(folder, { force, chain })
      if (last !== null) ends.set(chain, { rows: last.position, linkedAt: new Date(last.linkedAt) })
    }
    return { place: 'kept', ends } as const
  } catch {
    return { place: 'unreadable', ends } as const
  }
}
