/** The fractions of the square and cube roots of the first primes that SHA-256 begins with (FIPS 180-4, 5.3.3 and 4.2.2). */
const primes = Array.from({ length: 312 }, (_, number) => number).filter(isPrime)
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const schedule = new Int32Array(64)

type Eight = [number, number, number, number, number, number, number, number]

/**
 * The first 32 bits of the SHA-256 of a text in ASCII of at most 110 characters, as a signed number. Browsers have their
 * own, but only as a promise each, which takes longer than the hash, and not on plain http.
 */
export function sha256(text: string): number {
  const state = Int32Array.from(start)
  const blocks = text.length < 56 ? 1 : 2
  for (let block = 0; block < blocks; block += 1) {
    fill(text, block, blocks)
    mix(state)
  }
  return state[0] ?? 0
}

function fill(text: string, block: number, blocks: number): void {
  for (let word = 0; word < 16; word += 1) {
    let value = 0
    for (let byte = 0; byte < 4; byte += 1) value = (value << 8) | byteAt(text, block * 64 + word * 4 + byte)
    schedule[word] = value
  }
  if (block === blocks - 1) schedule[15] = text.length * 8
  for (let word = 16; word < 64; word += 1) {
    const early = at(word - 15)
    const late = at(word - 2)
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const two = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    schedule[word] = (at(word - 16) + one + at(word - 7) + two) | 0
  }
}

function mix(state: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight
  for (let round = 0; round < 64; round += 1) {
    const big = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + big + ((e & f) ^ (~e & g)) + (rounds[round] ?? 0) + at(round)) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [place, value] of [a, b, c, d, e, f, g, h].entries())
    state[place] = ((state[place] ?? 0) + value) | 0
}

/** The text, then a single bit, then zeros. */
function byteAt(text: string, place: number): number {
  if (place < text.length) return text.charCodeAt(place)
  return place === text.length ? 0x80 : 0
}

function at(word: number): number {
  return schedule[word] ?? 0
}

function turned(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits))
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0
}

function isPrime(number: number): boolean {
  if (number < 2) return false
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false
  return true
}
