import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { PublicKey } from '@/lib/sealing/key-ring'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'

/** The public key that came with the return code of a submission; null where it has none. */
export async function reporterKeyOf(tx: Transaction, submissionId: string): Promise<PublicKey | null> {
  // Two columns of this table are the desk's to read; Prisma's own queries ask for its primary key as well.
  const [code] = await tx.$queryRaw<{ publicKey: Uint8Array }[]>`
    SELECT reporter_public_key AS "publicKey" FROM return_code WHERE submission_id = ${submissionId}::uuid`
  return code === undefined ? null : reporterPublicKey(submissionId, code.publicKey)
}
