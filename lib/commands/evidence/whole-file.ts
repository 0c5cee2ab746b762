import 'server-only'
import { createHash } from 'node:crypto'
import { hasScanner, scan } from '@/lib/adapters/clamd'
import { fileKindOf, headBytes } from '@/lib/domain/evidence/file-kind'
import type { FileProblem } from '@/lib/domain/evidence/file-problem'
import type { DraftFile, WholeFile } from '@/lib/drafts/draft'
import { openPiece } from '@/lib/sealing/evidence-piece'
import { noteUnsentScan, stateOfFile, unsentPiece } from './unsent-rows'

/**
 * Reads back what was kept of a file, a piece at a time, and says what it is: so the receipt is for what lies here and not for what was
 * meant to. Gives what is wrong with it where it is not taken.
 */
export async function wholeFile(
  lookup: Uint8Array,
  { id, key }: Pick<DraftFile, 'id' | 'key'>,
): Promise<WholeFile | FileProblem> {
  const state = await stateOfFile({ lookup, id })
  if (state === null) return 'gone'
  if (state.bytes === 0) return 'empty'
  const hash = createHash('sha256')
  let head: Uint8Array = new Uint8Array()
  for await (const piece of unsentPieces(lookup, { id, key }, state.pieces)) {
    if (head.length === 0) head = piece.slice(0, headBytes)
    hash.update(piece)
  }
  const kind = fileKindOf(head)
  if (kind === null) return 'kind'
  const scanned = hasScanner() ? await scan(unsentPieces(lookup, { id, key }, state.pieces)) : 'unscanned'
  if (scanned !== 'unscanned') await noteUnsentScan({ lookup, id }, scanned)
  return { kind: kind.id, ...state, sha256: hash.digest('hex'), scan: scanned }
}

/** The bytes of a file that is not sent, a piece at a time. */
async function* unsentPieces(
  lookup: Uint8Array,
  { id, key }: Pick<DraftFile, 'id' | 'key'>,
  pieces: number,
): AsyncGenerator<Uint8Array> {
  const secret = Buffer.from(key, 'base64')
  for (let place = 0; place < pieces; place += 1) {
    const sealed = await unsentPiece({ lookup, id }, place)
    if (sealed === null) throw new Error('A piece of a file is not there.')
    yield await openPiece({ fileId: id, at: place }, sealed, secret)
  }
}
