import { mostParts, textAt } from '../bytes'

/** The picture, how its colours are meant, and its movement. */
const kept: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const firsts: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L'])
const pictures: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF'])
/** Of the head's first byte: Exif and XMP are there. */
const saysMetadata = 0b1100

/** What of a frame stands before its own chunks. */
const frameHead = 16

/**
 * The parts of a WebP without what was written beside the picture: Exif, XMP, whatever a program added, also within the frames of a moving one,
 * and what stands behind its end. The picture stays byte for byte. Null where it is not built as a WebP is.
 */
export function plainWebp(bytes: Uint8Array): readonly Uint8Array[] | null {
  const chunks = wholeChunks(bytes)
  if (chunks === null) return null
  const parts: Uint8Array[] = []
  for (const [place, chunk] of chunks.entries()) {
    const part = plainChunk(chunk, place)
    if (part === null || parts.length + part.length > mostParts) return null
    for (const one of part) parts.push(one)
  }
  return written('RIFF', [bytes.subarray(8, 12), ...parts])
}

/** Its chunks, a picture among them; null where it is no WebP, or is cut off. */
function wholeChunks(bytes: Uint8Array): readonly Chunk[] | null {
  const end = 8 + uint32(bytes, 4)
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP' || end > bytes.length) return null
  const chunks = chunksOf(bytes.subarray(12, end))
  if (chunks === null || !firsts.has(chunks[0]?.name ?? '')) return null
  return chunks.some(({ name }) => pictures.has(name)) ? chunks : null
}

interface Chunk {
  readonly name: string
  readonly held: Uint8Array
}

/** What stays of a chunk: nothing of one that is none of the picture's. */
function plainChunk({ name, held }: Chunk, place: number): readonly Uint8Array[] | null {
  if (!kept.has(name)) return []
  if (name === 'ANMF') return plainFrame(held)
  if (name === 'VP8X') {
    // It comes first, and once.
    if (held.length !== 10 || place > 0) return null
    const head = Uint8Array.from(held)
    head[0] = (head[0] ?? 0) & ~saysMetadata
    return written(name, [head])
  }
  return written(name, [held])
}

function plainFrame(held: Uint8Array): readonly Uint8Array[] | null {
  const inner = held.length < frameHead ? null : chunksOf(held.subarray(frameHead))
  if (inner === null) return null
  const picture = inner.filter(({ name }) => ['ALPH', 'VP8 ', 'VP8L'].includes(name))
  return written('ANMF', [
    held.subarray(0, frameHead),
    ...picture.flatMap((one) => written(one.name, [one.held])),
  ])
}

/** Chunks one behind the other, each of an even length; null where one is cut off. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  const chunks: Chunk[] = []
  for (let at = 0; at < bytes.length;) {
    const length = uint32(bytes, at + 4)
    const from = at + 8
    const end = from + length + (length % 2)
    if (end > bytes.length || chunks.length > mostParts) return null
    chunks.push({ name: textAt(bytes, at, 4), held: bytes.subarray(from, from + length) })
    at = end
  }
  return chunks
}

function written(name: string, held: readonly Uint8Array[]): readonly Uint8Array[] {
  const length = sizeOf(held)
  const even = length % 2 === 0 ? [] : [new Uint8Array(1)]
  return [new TextEncoder().encode(name), lengthOf(length), ...held, ...even]
}

const sizeOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0)

/** A number of four bytes, the smallest first; one that is cut off is larger than any file. */
function uint32(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) return Infinity
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
}

function lengthOf(length: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, length, true)
  return bytes
}
