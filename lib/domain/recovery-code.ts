/** Crockford's base 32: no I, L, O or U, so that a code survives handwriting and reading aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 24 characters are 120 bits: too many to guess even for somebody with the table of hashes. */
const length = 24

export const recoveryCodes = { count: 10, length, few: 3 } as const

/** A recovery code of 24 characters from at least 24 random bytes. Throws RangeError when there are fewer. */
export function recoveryCodeOf(random: Uint8Array): string {
  if (random.length < length) throw new RangeError('A recovery code needs 24 random bytes.')
  return Array.from(random.subarray(0, length), (byte) => alphabet.charAt(byte & 31)).join('')
}

/** The code in fours with dashes, as people are shown it. */
export function formatRecoveryCode(code: string): string {
  return code.match(/.{1,4}/gu)?.join('-') ?? ''
}

/** The 24 characters of a code somebody typed: any case, spaces or dashes anywhere, O for 0, I or L for 1. Null when it cannot be one. */
export function parseRecoveryCode(text: string): string | null {
  if (text.length > 100) return null
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  const isCode =
    typed.length === length && Array.from(typed).every((character) => alphabet.includes(character))
  return isCode ? typed : null
}
