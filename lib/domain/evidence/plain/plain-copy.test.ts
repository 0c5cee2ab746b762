import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasPlainCopy, plainCopy } from './plain-copy'

const latin = (text: string) => Buffer.from(text, 'latin1')
const joined = (...parts: readonly Uint8Array[]) => Buffer.concat(parts)
const copyOf = (kind: string, bytes: Uint8Array) => {
  const parts = plainCopy(kind, bytes)
  return parts === null ? null : Buffer.concat(parts)
}

/** What must not be in any copy. */
const secret = 'GPS 51.7520 -0.3360 @home'
const hidden = (max = 400) =>
  fc.uint8Array({ maxLength: max }).map((bytes) => joined(bytes, latin(secret), bytes))
const data = fc.uint8Array({ maxLength: 300 })

/** A part of a file, and what of it is in the copy. */
interface Part {
  readonly from: Buffer
  readonly to: Buffer
}
const stays = (from: Buffer): Part => ({ from, to: from })
const goes = (from: Buffer): Part => ({ from, to: Buffer.alloc(0) })
const many = (part: fc.Arbitrary<Part>) => fc.array(part, { maxLength: 6 })
const all = (key: keyof Part, ...parts: readonly Part[]) => joined(...parts.map((part) => part[key]))

const segment = (code: number, held: Uint8Array) => {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(held.length + 2, 2)
  return joined(head, held)
}
const jpegAside = fc.oneof(
  fc
    .tuple(fc.constantFrom(0xe1, 0xe3, 0xe5, 0xec, 0xed, 0xef, 0xfe), hidden())
    .map(([code, held]) => goes(segment(code, held))),
  hidden().map((held) => goes(segment(0xe2, joined(latin('MPF\0'), held)))),
  hidden().map((held) => {
    const head = latin('JFIF\0\u0001\u0002\u0000\u0000\u0048\u0000\u0048')
    return {
      from: segment(0xe0, joined(head, Buffer.from([9, 9]), held)),
      to: segment(0xe0, joined(head, Buffer.alloc(2))),
    }
  }),
  hidden().map((held) => {
    const head = latin('Adobe\0d\0\0\0\0\u0001')
    return { from: segment(0xee, joined(head, held)), to: segment(0xee, head) }
  }),
  data.map((held) => stays(segment(0xe2, joined(latin('ICC_PROFILE\0'), held)))),
)
const jpegTable = fc
  .tuple(fc.constantFrom(0xdb, 0xc4, 0xdd), data)
  .map(([code, held]) => stays(segment(code, held)))
const frame = data.map((held) => stays(segment(0xc2, held)))
/** In a scan FF stands before 00, or before a restart. */
const scan = fc.tuple(data, data).map(([head, held]) => {
  const stuffed = [...held].flatMap((byte, at) => (byte === 0xff ? [0xff, at % 2 === 0 ? 0 : 0xd3] : [byte]))
  return stays(joined(segment(0xda, head), Buffer.from(stuffed)))
})
const jpegParts = fc
  .tuple(
    many(fc.oneof(jpegAside, jpegTable)),
    frame,
    many(jpegAside),
    scan,
    many(fc.oneof(jpegAside, jpegTable, scan)),
  )
  .map(([before, framed, between, scanned, after]) => [...before, framed, ...between, scanned, ...after])
const jpeg = fc.tuple(jpegParts, hidden()).map(([parts, trailer]): Part => {
  const [begin, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
  return {
    from: joined(begin, all('from', ...parts), end, trailer),
    to: joined(begin, all('to', ...parts), end),
  }
})

const chunk = (name: string, held: Uint8Array) => {
  const named = joined(latin(name), held)
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(held.length, 0)
  numbers.writeUInt32BE(crc32(named), 4)
  return joined(numbers.subarray(0, 4), named, numbers.subarray(4))
}
const pngAside = fc.oneof(
  fc
    .tuple(fc.constantFrom('eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'caBX', 'prVt'), hidden())
    .map(([name, held]) => goes(chunk(name, held))),
  fc
    .tuple(fc.constantFrom('iCCP', 'gAMA', 'PLTE', 'tRNS', 'fdAT', 'IDAT'), data)
    .map(([name, held]) => stays(chunk(name, held))),
)
const png = fc
  .tuple(fc.uint8Array({ minLength: 13, maxLength: 13 }), many(pngAside), data, many(pngAside), hidden())
  .map(([head, before, picture, after, trailer]): Part => {
    const begin = joined(latin('\u0089PNG\r\n\u001a\n'), chunk('IHDR', head))
    const parts = [...before, stays(chunk('IDAT', picture)), ...after, stays(chunk('IEND', Buffer.alloc(0)))]
    return { from: joined(begin, all('from', ...parts), trailer), to: joined(begin, all('to', ...parts)) }
  })

const riff = (name: string, held: Uint8Array) => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(held.length)
  return joined(latin(name), length, held, Buffer.alloc(held.length % 2))
}
const webpAside = fc.oneof(
  fc
    .tuple(fc.constantFrom('EXIF', 'XMP ', 'prvt', 'C2PA'), hidden())
    .map(([name, held]) => goes(riff(name, held))),
  fc.tuple(fc.constantFrom('ICCP', 'ALPH', 'ANIM'), data).map(([name, held]) => stays(riff(name, held))),
)
const stillWebp = fc
  .tuple(fc.constantFrom('VP8 ', 'VP8L'), data)
  .map(([name, held]) => stays(riff(name, held)))
const movingWebp = fc
  .tuple(fc.uint8Array({ minLength: 16, maxLength: 16 }), many(fc.oneof(stillWebp, webpAside)))
  .map(([head, held]): Part => {
    // Colours and movement are the file's and not a frame's.
    const inner = held.map((part) =>
      /^(?:ICCP|ANIM)/u.test(part.from.toString('latin1')) ? goes(part.from) : part,
    )
    return {
      from: riff('ANMF', joined(head, all('from', ...inner))),
      to: riff('ANMF', joined(head, all('to', ...inner))),
    }
  })
const webp = fc
  .tuple(
    fc.uint8Array({ minLength: 10, maxLength: 10 }),
    many(webpAside),
    fc.oneof(stillWebp, movingWebp),
    many(webpAside),
    hidden(),
  )
  .map(([head, before, picture, after, trailer]): Part => {
    const cleared = Buffer.from(head)
    cleared[0] = (cleared[0] ?? 0) & 0b1111_0011
    const parts = [{ from: riff('VP8X', head), to: riff('VP8X', cleared) }, ...before, picture, ...after]
    return {
      from: joined(riff('RIFF', joined(latin('WEBP'), all('from', ...parts))), trailer),
      to: riff('RIFF', joined(latin('WEBP'), all('to', ...parts))),
    }
  })

const kinds = [
  ['jpeg', jpeg],
  ['png', png],
  ['webp', webp],
] as const

describe.each(kinds)('a copy of a %s', (kind, whole) => {
  test('has the picture byte for byte and nothing that stood beside it; a copy of the copy is the same', () => {
    fc.assert(
      fc.property(whole, ({ from, to }) => {
        const before = Buffer.from(from)
        const copy = copyOf(kind, from)
        expect(copy?.equals(to)).toBe(true)
        expect(copy?.includes(secret)).toBe(false)
        expect(copy === null ? null : copyOf(kind, copy)?.equals(to)).toBe(true)
        expect(from.equals(before)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('cut off anywhere, or changed in any byte, is refused or tells nothing of what stood beside it', () => {
    fc.assert(
      fc.property(whole, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ from, to }, place, by) => {
        const cut = from.subarray(0, place % from.length)
        const shorter = copyOf(kind, cut)
        expect(shorter === null || shorter.equals(to)).toBe(true)
        const changed = Buffer.from(from)
        changed[place % from.length] = (changed[place % from.length] ?? 0) ^ by
        expect(() => copyOf(kind, changed)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  test('whatever comes in makes it fail in words at most', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), whole, (noise, { from }) => {
        expect(() => copyOf(kind, noise)).not.toThrow()
        expect(() => copyOf(kind, joined(from.subarray(0, 12), noise))).not.toThrow()
      }),
    )
  })
})

const empty = Buffer.alloc(0)
const jpegOf = (...parts: readonly Uint8Array[]) => joined(Buffer.from([0xff, 0xd8]), ...parts)
const end = Buffer.from([0xff, 0xd9])
const webpOf = (...parts: readonly Uint8Array[]) => riff('RIFF', joined(latin('WEBP'), ...parts))
const pngOf = (...parts: readonly Uint8Array[]) => joined(latin('\u0089PNG\r\n\u001a\n'), ...parts)
/** One part as often as no genuine picture has it. */
const crowd = (part: Uint8Array) => Buffer.concat(Array.from({ length: 100_000 }, () => part))

const ihdr = chunk('IHDR', Buffer.alloc(13))

test.each([
  ['jpeg', 'nothing but its ends', jpegOf(end)],
  ['jpeg', 'a scan without a frame', jpegOf(segment(0xda, empty), end)],
  ['jpeg', 'a frame without a scan', jpegOf(segment(0xc0, empty), end)],
  ['jpeg', 'no end', jpegOf(segment(0xc0, empty), segment(0xda, empty))],
  [
    'jpeg',
    'a second beginning',
    jpegOf(Buffer.from([0xff, 0xd8, 0, 2]), segment(0xc0, empty), segment(0xda, empty), end),
  ],
  ['jpeg', 'what is no marker', jpegOf(latin('x'), segment(0xc0, empty), segment(0xda, empty), end)],
  ['png', 'no head', pngOf(chunk('IDAT', empty), chunk('IEND', empty))],
  ['png', 'two heads', pngOf(ihdr, ihdr, chunk('IDAT', empty), chunk('IEND', empty))],
  ['png', 'no picture', pngOf(ihdr, chunk('IEND', empty))],
  ['png', 'no end', pngOf(ihdr, chunk('IDAT', empty))],
  [
    'png',
    'what has to be understood and is not',
    pngOf(ihdr, chunk('ABCD', empty), chunk('IDAT', empty), chunk('IEND', empty)),
  ],
  [
    'png',
    'a name that is none',
    pngOf(ihdr, chunk('ab1d', empty), chunk('IDAT', empty), chunk('IEND', empty)),
  ],
  ['webp', 'no picture', webpOf(riff('VP8X', Buffer.alloc(10)))],
  ['webp', 'something before its head', webpOf(riff('EXIF', empty), riff('VP8 ', empty))],
  [
    'webp',
    'two heads',
    webpOf(riff('VP8X', Buffer.alloc(10)), riff('VP8X', Buffer.alloc(10)), riff('VP8 ', empty)),
  ],
  ['webp', 'a head of another length', webpOf(riff('VP8X', Buffer.alloc(9)), riff('VP8 ', empty))],
  ['webp', 'a frame that is cut off', webpOf(riff('VP8X', Buffer.alloc(10)), riff('ANMF', Buffer.alloc(15)))],
  ['webp', 'another name', riff('RIFF', joined(latin('WAVE'), riff('VP8 ', empty)))],
  [
    'jpeg',
    'a hundred thousand small parts',
    jpegOf(crowd(segment(0xdd, empty)), segment(0xc0, empty), segment(0xda, empty), end),
  ],
  ['png', 'a hundred thousand small parts', pngOf(ihdr, crowd(chunk('IDAT', empty)), chunk('IEND', empty))],
  ['webp', 'a hundred thousand small parts', webpOf(crowd(riff('VP8L', empty)))],
  [
    'webp',
    'a hundred thousand small parts in a frame',
    webpOf(
      riff('VP8X', Buffer.alloc(10)),
      riff('ANMF', joined(Buffer.alloc(16), crowd(riff('VP8L', empty)))),
    ),
  ],
] as const)('of a %s with %s no copy is made', (kind, _what, bytes) => {
  expect(copyOf(kind, bytes)).toBeNull()
})

test('of other kinds no copy is offered, whatever they are called', () => {
  expect(['jpeg', 'png', 'webp'].every(hasPlainCopy)).toBe(true)
  for (const kind of ['gif', 'heic', 'pdf', 'constructor', '']) {
    expect(hasPlainCopy(kind)).toBe(false)
    expect(plainCopy(kind, jpegOf(segment(0xc0, empty), segment(0xda, empty), end))).toBeNull()
  }
})
