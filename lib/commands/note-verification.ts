import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import type { PrismaClient } from '@/lib/db/generated/client'

/** What a check of the whole audit found, in numbers. */
interface Found {
  readonly rows: number
  readonly faults: number
  readonly checkpoints: number
  readonly refused: number
}

/** Keeps what a check found, for the page that says how the log is. `db` is the owner's: the desk's own role cannot write it. */
export async function noteVerification(db: PrismaClient, found: Found): Promise<void> {
  await db.auditVerification.create({ data: { id: randomUUID(), at: now(), ...found } })
}
