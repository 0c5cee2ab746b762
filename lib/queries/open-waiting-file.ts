import 'server-only'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { evidenceFile } from '@/lib/sealing/evidence-box'
import { openPiece } from '@/lib/sealing/evidence-piece'
import { openBox } from '@/lib/sealing/open'
import { readBox } from '@/lib/sealing/read-box'

/** A file that was sent and that no scanner has looked at, still sealed. */
export interface WaitingFile {
  readonly id: string
  readonly submissionId: string
  readonly box: unknown
}

/** Gives a sealed piece of a file; null where it does not wait any more. */
type PieceOf = (id: string, place: number) => Promise<Uint8Array | null>

/** The bytes of a file that waits for a scanner, a piece at a time, for the job whose opening is in the audit. Throws CannotOpenError. */
export async function* openWaitingFile(
  { id, submissionId, box }: WaitingFile,
  pieceOf: PieceOf,
): AsyncGenerator<Uint8Array> {
  const file = evidenceFile({ id, submissionId }, await openBox(readBox(box)))
  const key = Buffer.from(file.key, 'base64')
  for (let place = 0; place < file.pieces; place += 1) {
    const sealed = await pieceOf(id, place)
    if (sealed === null) throw new CannotOpenError()
    yield await openPiece({ fileId: id, at: place }, sealed, key)
  }
}
