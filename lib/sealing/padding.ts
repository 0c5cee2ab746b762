import 'server-only'
import { CannotOpenError } from './cannot-open-error'

const KIB = 1024
const LARGEST_CLASS = 64 * KIB
/** The true length goes in front of the padded text, so that 64 KiB of text still fits the 64 KiB class. */
const HEADER = 4

/** Bytes the text is padded to: 1, 2, 4 … 64 KiB, then multiples of 64 KiB. */
export function sizeClass(length: number): number {
  if (length > LARGEST_CLASS) return Math.ceil(length / LARGEST_CLASS) * LARGEST_CLASS
  let size = KIB
  while (size < length) size *= 2
  return size
}

/** Hides the length of `text` among its size class. */
export function pad(text: Uint8Array): Uint8Array {
  const padded = new Uint8Array(HEADER + sizeClass(text.length))
  new DataView(padded.buffer).setUint32(0, text.length)
  padded.set(text, HEADER)
  return padded
}

/** The text that was padded. Throws CannotOpenError when the bytes are not what `pad` makes. */
export function unpad(padded: Uint8Array): Uint8Array {
  if (padded.length < HEADER) throw new CannotOpenError()
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  if (padded.length !== HEADER + sizeClass(length)) throw new CannotOpenError()
  return padded.subarray(HEADER, HEADER + length)
}
