import { mostParts, textAt, uint32At } from '../bytes'

const signature = '\u0089PNG\r\n\u001a\n'
/** The picture, how its colours are meant, and its movement. */
const kept: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'bKGD', 'hIST', 'sBIT', 'pHYs'],
  ...['cHRM', 'gAMA', 'iCCP', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'acTL', 'fcTL', 'fdAT'],
])

/**
 * The parts of a PNG without what was written beside the picture: Exif, words, times, whatever a program added, and what stands behind its end.
 * The picture stays byte for byte. Null where it is not built as a PNG is, or needs what is not known here.
 */
export function plainPng(bytes: Uint8Array): readonly Uint8Array[] | null {
  if (textAt(bytes, 0, 8) !== signature) return null
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  let hasPicture = false
  for (let at = 8; ;) {
    const chunk = chunkAt(bytes, at)
    // Its head comes first, and once.
    if (chunk === null || (chunk.name === 'IHDR') !== (at === 8) || parts.length > mostParts) return null
    if (kept.has(chunk.name)) parts.push(bytes.subarray(at, chunk.end))
    // A capital says that the picture is not to be read without it.
    else if (/^[A-Z]/u.test(chunk.name)) return null
    hasPicture ||= chunk.name === 'IDAT'
    if (chunk.name === 'IEND') return hasPicture ? parts : null
    at = chunk.end
  }
}

/** A chunk: its length, its name, what is in it, and a check sum. */
function chunkAt(bytes: Uint8Array, at: number): { readonly name: string; readonly end: number } | null {
  const length = uint32At(bytes, at)
  const name = textAt(bytes, at + 4, 4)
  if (length === null || !/^[A-Za-z]{4}$/u.test(name)) return null
  const end = at + 12 + length
  return end > bytes.length ? null : { name, end }
}
