import 'server-only'
import { deskDb } from '@/lib/db/client'

/** Where a chain of the audit ends. */
export interface AuditHead {
  readonly chain: string
  readonly position: number
  /** Hexadecimal. */
  readonly hash: string
  readonly linkedAt: number
}

/** Where each chain of the audit ends now. Numbers and hashes, which say nothing of anybody. */
export async function readHeads(): Promise<readonly AuditHead[]> {
  const rows = await deskDb().$queryRaw<
    { chain: string; position: bigint; linked_at: Date; hash: Uint8Array }[]
  >`
    SELECT chain, position, linked_at, hash FROM audit_heads()`
  return rows.map(({ chain, position, linked_at: linkedAt, hash }) => ({
    chain,
    position: Number(position),
    hash: Buffer.from(hash).toString('hex'),
    linkedAt: linkedAt.getTime(),
  }))
}
