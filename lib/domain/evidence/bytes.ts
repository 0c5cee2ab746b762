/** Of how many parts a picture may be made for a copy of it: a genuine one of 25 MB has some thousands, one that is built to fill memory millions. */
export const mostParts = 60_000

/** Bytes as the letters they stand for, one each. */
export function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

/** A number of four bytes, the largest first; null past the end. */
export function uint32At(bytes: Uint8Array, at: number): number | null {
  const [a, b, c, d] = bytes.subarray(at, at + 4)
  return d === undefined ? null : (((a ?? 0) << 24) | ((b ?? 0) << 16) | ((c ?? 0) << 8) | d) >>> 0
}
