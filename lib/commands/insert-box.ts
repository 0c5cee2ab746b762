import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { SealedBoxRow } from '@/lib/sealing/box'

/** Stores a sealed box with its fields and wraps, in the transaction of whatever it belongs to. */
export async function insertBox(tx: Prisma.TransactionClient, box: SealedBoxRow): Promise<void> {
  await tx.sealedBox.create({
    data: {
      id: box.id,
      purpose: box.purpose,
      suite: box.suite,
      fields: {
        create: box.fields.map(({ field, version, ciphertext }) => ({
          field,
          version,
          ciphertext: new Uint8Array(ciphertext),
        })),
      },
      wraps: { create: box.wraps.map(({ keyId, wrap }) => ({ keyId, wrap: new Uint8Array(wrap) })) },
    },
  })
}
