import 'server-only'
import { randomUUID } from 'node:crypto'
import { cleanName } from '@/lib/domain/evidence/clean-name'
import { fileKindOf, headBytes } from '@/lib/domain/evidence/file-kind'
import type { FileProblem } from '@/lib/domain/evidence/file-problem'
import { mostBytes, pieceBytes } from '@/lib/domain/evidence/limits'
import type { DraftFile } from '@/lib/drafts/draft'
import { newFileKey, sealPiece } from '@/lib/sealing/evidence-piece'
import { addPiece, beginFile, forgetFiles } from './unsent-rows'
import { wholeFile } from './whole-file'

/** A file as it arrives in a form. */
export interface ArrivingFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Why a file is given up while it arrives. */
class GivenUp extends Error {
  constructor(readonly problem: FileProblem) {
    super('A file was not taken.')
  }
}

/**
 * Seals and keeps a file while it arrives, no more of it in memory than a piece. What is no file that is taken is given up as soon as that
 * shows, and nothing of it stays.
 */
export async function keepFile(
  lookup: Uint8Array,
  { name, bytes }: ArrivingFile,
): Promise<DraftFile | FileProblem> {
  const id = randomUUID()
  const key = await newFileKey()
  const begun = await beginFile({ lookup, id })
  if (begun !== 'begun') return begun
  try {
    await keepPieces(lookup, id, key, bytes)
    const file = { id, key: Buffer.from(key).toString('base64'), name: cleanName(name) ?? '', mark: '' }
    const whole = await wholeFile(lookup, file)
    if (typeof whole === 'string') throw new GivenUp(whole)
    return { ...file, whole }
  } catch (error) {
    await forgetFiles(lookup, [id])
    if (error instanceof GivenUp) return error.problem
    throw error
  }
}

async function keepPieces(
  lookup: Uint8Array,
  id: string,
  key: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  let place = 0
  let size = 0
  for await (const piece of inPieces(bytes)) {
    if (place === 0) expectKind(piece)
    size += piece.length
    if (size > mostBytes) throw new GivenUp('too-large')
    const ciphertext = await sealPiece({ fileId: id, at: place }, piece, key)
    const outcome = await addPiece({ lookup, id }, { place, bytes: piece.length, ciphertext })
    if (outcome !== 'added') throw new GivenUp(outcome === 'moved' ? 'broken-off' : outcome)
    place += 1
  }
}

function expectKind(first: Uint8Array): void {
  if (fileKindOf(first.subarray(0, headBytes)) === null) throw new GivenUp('kind')
}

/** The same bytes in pieces of one size, the last one excepted. A stream that breaks off gives the file up. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(pieceBytes)
  let filled = 0
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length;) {
        const taken = Math.min(chunk.length - at, pieceBytes - filled)
        piece.set(chunk.subarray(at, at + taken), filled)
        filled += taken
        at += taken
        if (filled === pieceBytes) {
          yield piece
          filled = 0
        }
      }
    }
  } catch {
    throw new GivenUp('broken-off')
  }
  if (filled > 0) yield piece.subarray(0, filled)
}
