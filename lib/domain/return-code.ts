/** Crockford's base 32: no I, L, O or U, so that a code survives handwriting and reading aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 19
const LENGTH = RANDOM_CHARACTERS + 1

/** Twice `value` in the field of 32 elements (modulo x^5 + x^2 + 1). */
function double(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? doubled ^ 0b100101 : doubled
}

/** A last character that catches every single wrong character and every pair that changed places. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0)
}

/**
 * A new return code, 20 characters without dashes: 19 random (95 bits) and a check.
 * `random` holds at least 19 random bytes; throws RangeError when it is shorter.
 */
export function newReturnCode(random: Uint8Array): string {
  if (random.length < RANDOM_CHARACTERS) throw new RangeError('A return code needs 19 random bytes.')
  const values = Array.from(random.subarray(0, RANDOM_CHARACTERS), (byte) => byte & 31)
  return [...values, checkOf(values)].map((value) => ALPHABET.charAt(value)).join('')
}

/** The code in fours with dashes, as people are shown it. */
export function formatReturnCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/**
 * The 20 characters of a code somebody typed: any case, spaces or dashes anywhere, O for 0, I or L for 1.
 * Null when it cannot be a code: wrong length, a strange character, or a check that does not fit.
 */
export function parseReturnCode(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (typed.length !== LENGTH) return null
  const values = Array.from(typed, (character) => ALPHABET.indexOf(character))
  if (values.includes(-1)) return null
  return checkOf(values.slice(0, -1)) === values.at(-1) ? typed : null
}
