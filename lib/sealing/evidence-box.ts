import 'server-only'
import { z } from 'zod'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import type { PublicKey } from './key-ring'
import { sealBox } from './seal'

/** Which file a box is: sealed with the rest, so that a row moved to another case or file is noticed. */
export interface EvidenceContext {
  readonly submissionId: string
  readonly id: string
}

const file = z.object({
  name: z.string(),
  kind: z.string(),
  bytes: z.number(),
  /** How many pieces there are: one that was taken away is noticed. */
  pieces: z.number(),
  /** Of the file as it was sent, hexadecimal. */
  sha256: z.string(),
  /** Opens the pieces, base64. */
  key: z.base64(),
})
const fields = z.object({ file: z.string(), context: z.string() })

/** What is sealed of a file beside its pieces. */
export type SealedFile = z.infer<typeof file>

/** Seals what a file is, and the key of its pieces, for staff and for the holder of the return code where there is one. */
export async function sealEvidence(
  context: EvidenceContext,
  { name, kind, bytes, pieces, sha256, key }: SealedFile,
  reporter: PublicKey | null,
): Promise<SealedBoxRow> {
  const held = canonicalJson({ name, kind, bytes, pieces, sha256, key })
  return sealBox('evidence', { file: held, context: contextOf(context) }, reporter === null ? [] : [reporter])
}

/** What an opened box says of its file. Throws CannotOpenError when it is not the one its row says it is. */
export function evidenceFile(context: EvidenceContext, opened: unknown): SealedFile {
  const { success, data } = fields.safeParse(opened)
  if (!success || data.context !== contextOf(context)) throw new CannotOpenError()
  try {
    return file.parse(JSON.parse(data.file))
  } catch {
    throw new CannotOpenError()
  }
}

function contextOf({ submissionId, id }: EvidenceContext): string {
  return canonicalJson({ submissionId, id })
}
