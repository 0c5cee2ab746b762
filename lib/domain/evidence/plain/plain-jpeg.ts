import { mostParts, textAt } from '../bytes'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** Frames, tables and intervals: what a decoder needs. C8 and DE, DF belong to sorts nobody writes and few read. */
const frames = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
const tables = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd]
const isAside = (code: number) => (code >= 0xe0 && code <= 0xef) || code === 0xfe

/**
 * The parts of a JPEG without what was written beside the picture: Exif and XMP, captions, comments, small pictures of it, and whatever stands
 * behind its end. Frames, tables and scans stay byte for byte, and how its colours are meant. Null where it is not built as a JPEG is.
 */
export function plainJpeg(bytes: Uint8Array): readonly Uint8Array[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let seen: Seen | null = 'nothing'
  for (let at = 2; ;) {
    const segment = segmentAt(bytes, at)
    if (segment === null) return null
    const parts = keptOf(segment.code, bytes.subarray(segment.from, segment.end))
    seen = follows(seen, segment.code)
    if (parts === null || seen === null || kept.length > mostParts) return null
    kept.push(...parts)
    if (segment.code === EOI) return kept
    at = segment.end
  }
}

type Seen = 'nothing' | 'frame' | 'scan'

/** What has been there behind this segment; null where it comes too early. */
function follows(seen: Seen, code: number): Seen | null {
  if (code === EOI) return seen === 'scan' ? seen : null
  if (code === SOS) return seen === 'nothing' ? null : 'scan'
  return seen === 'nothing' && frames.includes(code) ? 'frame' : seen
}

/** What stays of a segment; null where it is none that is known. */
function keptOf(code: number, segment: Uint8Array): readonly Uint8Array[] | null {
  if (isAside(code)) return ofColours(code, segment)
  return [EOI, SOS, ...frames, ...tables].includes(code) ? [segment] : null
}

interface Segment {
  readonly code: number
  /** Where its marker begins. */
  readonly from: number
  /** Where the next one begins: of a scan, behind what follows its head. */
  readonly end: number
}

/** The segment that begins here; what may stand before a marker to fill up is passed over. */
function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  if (bytes[at] !== 0xff) return null
  let place = at + 1
  while (bytes[place] === 0xff) place += 1
  const code = bytes[place] ?? 0
  const from = place - 1
  if (code === EOI) return { code, from, end: place + 1 }
  const length = ((bytes[place + 1] ?? 0) << 8) | (bytes[place + 2] ?? 0)
  const end = place + 1 + length
  if (length < 2 || end > bytes.length) return null
  return { code, from, end: code === SOS ? endOfScan(bytes, end) : end }
}

/** Where the next marker stands behind a scan: in one, FF means itself before 00, and a restart before D0 to D7. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

/** What of a segment beside the picture says how its colours and points are meant; nothing else of it stays. */
function ofColours(code: number, segment: Uint8Array): readonly Uint8Array[] {
  if (code === 0xe2 && textAt(segment, 4, 12) === 'ICC_PROFILE\0') return [segment]
  if (code === 0xee && textAt(segment, 4, 5) === 'Adobe' && segment.length >= 16)
    return [new Uint8Array([0xff, code, 0, 14, ...segment.subarray(4, 16)])]
  if (code === 0xe0 && textAt(segment, 4, 5) === 'JFIF\0' && segment.length >= 18)
    // Its small picture, of which two numbers at the end say the size, stays behind.
    return [new Uint8Array([0xff, code, 0, 16, ...segment.subarray(4, 16), 0, 0])]
  return []
}
