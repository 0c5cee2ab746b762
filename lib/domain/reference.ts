import type { SubmissionKind } from './words'

/** Crockford's base 32: no I, L, O or U, so that a reference can be read out and written down. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const symbols = 8
/** Bytes in eight symbols of five bits. */
const needed = 5
const shape = new RegExp(`^(HC|LR)([${alphabet}]{4})([${alphabet}]{4})$`, 'u')
const ignored = /[\s\-\u2010-\u2015_.]/gu
/** Longer than any way of spacing out a reference. */
const longest = 40

const prefixes: Readonly<Record<SubmissionKind, string>> = { report: 'HC', 'liaison-request': 'LR' }

/**
 * A new reference, for example `HC-7K2Q-M4TD`, from the first five of the random bytes (40 bits). It opens nothing by
 * itself. The caller retries when it is taken. Throws when fewer than five bytes are given.
 */
export function newReference(kind: SubmissionKind, randomBytes: Uint8Array): string {
  if (randomBytes.length < needed) throw new RangeError('A reference needs five random bytes')
  let number = randomBytes.subarray(0, needed).reduce((value, byte) => value * 256 + byte, 0)
  let text = ''
  for (let i = 0; i < symbols; i += 1) {
    text += alphabet.charAt(number % alphabet.length)
    number = Math.floor(number / alphabet.length)
  }
  return `${prefixes[kind]}-${text.slice(0, 4)}-${text.slice(4)}`
}

/** A reference as it was written: reads any case and spacing, missing dashes, O for 0, I and L for 1. Null when it is not one. */
export function parseReference(text: string): string | null {
  if (text.length > longest) return null
  const code = text.normalize('NFKC').replaceAll(ignored, '').toUpperCase()
  const mended = code.slice(0, 2) + code.slice(2).replaceAll('O', '0').replaceAll(/[IL]/gu, '1')
  const match = shape.exec(mended)
  if (match === null) return null
  const [, prefix = '', first = '', second = ''] = match
  return `${prefix}-${first}-${second}`
}
