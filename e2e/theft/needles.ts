import { closeSync, openSync, readSync } from 'node:fs'

/** Texts to look for, many at once, in files of any size. */
export interface Needles {
  /** The needles that a text has in it, each once. */
  readonly inText: (text: string) => readonly string[]
  /** The needles that the bytes of a file have in them, each once. */
  readonly inFile: (path: string) => readonly string[]
}

const chunk = 1024 * 1024
/** So many first bytes choose the needles worth comparing. */
const head = 8
const bits = 22
const hashOf = (a: number, b: number) => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - bits)

/**
 * Prepares needles (of at least eight bytes, as latin-1). One pass over what is looked through serves any number of them:
 * tens of thousands of secrets in gigabytes are a matter of seconds.
 */
export function needlesOf(texts: Iterable<string>): Needles {
  const byHead = new Map<string, Buffer[]>()
  const known = new Uint8Array(1 << bits)
  let longest = head
  for (const text of new Set(texts)) {
    const bytes = Buffer.from(text, 'latin1')
    if (bytes.length < head) throw new Error(`"${text}" is too short to be no accident.`)
    longest = Math.max(longest, bytes.length)
    known[hashOf(bytes.readInt32LE(0), bytes.readInt32LE(4))] = 1
    const key = bytes.toString('latin1', 0, head)
    byHead.set(key, [...(byHead.get(key) ?? []), bytes])
  }

  const scan = (bytes: Buffer, found: Set<string>) => {
    if (bytes.length < head) return
    let first = 0
    let second = bytes.readInt32LE(0)
    for (let place = 0; place + head <= bytes.length; place += 1) {
      // The last eight bytes in two halves, shifted on by one each time.
      first = place === 0 ? second : (first >>> 8) | ((bytes[place + 3] ?? 0) << 24)
      second = place === 0 ? bytes.readInt32LE(4) : (second >>> 8) | ((bytes[place + 7] ?? 0) << 24)
      if (known[hashOf(first, second)] !== 1) continue
      for (const needle of byHead.get(bytes.toString('latin1', place, place + head)) ?? [])
        if (
          bytes.compare(needle, 0, needle.length, place, Math.min(place + needle.length, bytes.length)) === 0
        )
          found.add(needle.toString('latin1'))
    }
  }

  const buffer = Buffer.alloc(chunk + longest)
  const inFile = (path: string) => {
    const found = new Set<string>()
    const file = openSync(path, 'r')
    // What lies across two chunks is looked at with the second.
    let kept = 0
    for (;;) {
      const read = readSync(file, buffer, kept, chunk, null)
      if (read === 0) break
      const filled = kept + read
      scan(buffer.subarray(0, filled), found)
      kept = Math.min(longest - 1, filled)
      buffer.copyWithin(0, filled - kept, filled)
    }
    closeSync(file)
    return [...found]
  }
  const inText = (text: string) => {
    const found = new Set<string>()
    scan(Buffer.from(text, 'utf8'), found)
    return [...found]
  }
  return { inText, inFile }
}
