export interface Postcode {
  /** The first half, for example `SG1`. */
  readonly outcode: string
  /** The whole postcode with one space, or null where only the first half was given. */
  readonly unit: string | null
  /** The letters it starts with, for example `SG`. */
  readonly area: string
}

const ignored = /[\s.\-\u2010-\u2015]/gu
const outward = /^([A-Z]{1,2})(?:[0-9]{1,2}|[0-9][A-Z])$/u
const inward = /^[0-9][ABD-HJLNP-UW-Z]{2}$/u
/** Longer than any way of spacing out a postcode. */
const longest = 40

/** No postcode has a zero among its first two characters, nor a letter O after them. */
function mendZeros(code: string): string {
  return code.slice(0, 2).replaceAll('0', 'O') + code.slice(2).replaceAll('O', '0')
}

/**
 * Reads a whole postcode or its first half, in any case and spacing, with O typed for 0 or 0 for O.
 * Checks the form only, not that the postcode exists. Null when it is not one.
 */
export function parsePostcode(text: string): Postcode | null {
  if (text.length > longest) return null
  const code = text.normalize('NFKC').replaceAll(ignored, '').toUpperCase()
  const whole = code.length > 4
  const outcode = mendZeros(whole ? code.slice(0, -3) : code)
  const area = outward.exec(outcode)?.[1]
  if (area === undefined) return null
  if (!whole) return { outcode, unit: null, area }
  const last = code.slice(-3).replace(/^O/u, '0')
  return inward.test(last) ? { outcode, unit: `${outcode} ${last}`, area } : null
}
