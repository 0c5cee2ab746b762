export interface Postcode {
  /** The first half, for example `SG1`. */
  readonly outcode: string
  /** The whole postcode with one space, or null where only the first half was given. */
  readonly unit: string | null
  /** The letters it starts with, for example `SG`. */
  readonly area: string
}

const ignored = /[\s.\-\u2010-\u2015]+/gu
const outward = /^([A-Z]{1,2})(?:[0-9]{1,2}|[0-9][A-Z])$/u
const inward = /^[0-9][ABD-HJLNP-UW-Z]{2}$/u
/** A first half with the first digit of the second apart from it: that digit is no part of the first half. */
const withSector = /^((?:[A-Z0] ?)?[A-Z0] ?[0-9O][0-9A-Z]?) [0-9O]$/u
/** One by one, so that nothing tells whether the last digit is of the first half or the second. */
const oneByOne = /^(?:[A-Z0] ){1,2}[0-9O] [0-9O]$/u
/** Longer than any way of spacing out a postcode. */
const longest = 40

/** No postcode has a zero among its first two characters, nor a letter O after them. */
function mendZeros(code: string): string {
  return code.slice(0, 2).replaceAll('0', 'O') + code.slice(2).replaceAll('O', '0')
}

/**
 * Reads a whole postcode or its first half, in any case and spacing, with O typed for 0 or 0 for O; of `SG1 4`, which goes on after its
 * first half, that half. Checks the form only, not that the postcode exists. Null when it is not one, or could be two.
 */
export function parsePostcode(text: string): Postcode | null {
  if (text.length > longest) return null
  const spaced = text.normalize('NFKC').toUpperCase().replaceAll(ignored, ' ').trim()
  if (oneByOne.test(spaced)) return null
  const half = withSector.exec(spaced)?.[1]
  // Of `CO 1` the letter could be a 0, and then no area would be left.
  const found = half === undefined ? null : firstHalfOf(together(half))
  const code = together(spaced)
  return found ?? (code.length > 4 ? wholeOf(code) : firstHalfOf(code))
}

const together = (spaced: string) => spaced.replaceAll(' ', '')

function wholeOf(code: string): Postcode | null {
  const first = firstHalfOf(code.slice(0, -3))
  const last = code.slice(-3).replace(/^O/u, '0')
  return first !== null && inward.test(last) ? { ...first, unit: `${first.outcode} ${last}` } : null
}

function firstHalfOf(code: string): Postcode | null {
  const outcode = mendZeros(code)
  const area = outward.exec(outcode)?.[1]
  return area === undefined ? null : { outcode, unit: null, area }
}
