import 'server-only'
import { z } from 'zod'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'

const bytes = z.string().transform((base64) => new Uint8Array(Buffer.from(base64, 'base64')))
const sealed = z.object({
  id: z.string(),
  purpose: z.string(),
  suite: z.number(),
  fields: z.array(z.object({ field: z.string(), version: z.number(), ciphertext: bytes })),
  wraps: z.array(z.object({ keyId: z.string(), wrap: bytes })),
})

/** A sealed box as a function of the database gives it, its bytes in base64. Throws CannotOpenError on anything else. */
export function readBox(given: unknown): SealedBoxRow {
  const { success, data } = sealed.safeParse(given)
  if (!success) throw new CannotOpenError()
  return data
}
