/** Longer than any way of writing a number. */
const longest = 60
const invisible = /\p{Cf}/gu
const separators = /[\s().\-\u2010-\u2015\u2212/]/gu
const digit = /\p{Nd}/gu
/** What follows the 0 of a number of the United Kingdom: nine or ten digits, or seven of a short free line. */
const national = /^(?:[1-35789][0-9]{8,9}|8[0-9]{6})$/u
/** What follows the +, without the country code 44. */
const foreign = /^(?!44|0)[0-9]{7,15}$/u

/** The same text with its digits, of whichever script, as 0 to 9. Nothing else of it is another. */
export function inOurDigits(text: string): string {
  return text.replace(digit, (typed) => String(valueOf(typed)))
}

/** Each script has its ten in a row from its nought, and some rows follow one another. */
function valueOf(typed: string): number {
  const code = typed.codePointAt(0) ?? 0
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

/** Another number that ends otherwise, as in 01632 960 001/2: which is meant is not to be guessed. */
const alternative = /\/\s*\p{Nd}{1,2}(?!\p{Nd})/u

/** What is left of a number as people type it, without what they put between its digits; nothing where it may be one of two. */
function bareOf(text: string): string {
  const typed = inOurDigits(text.normalize('NFKC')).replace(invisible, '')
  return alternative.test(typed) ? '' : typed.replace(separators, '')
}

/**
 * Reads a telephone number as people type it, in digits of any script, with spaces, brackets, dashes and strokes: of the United Kingdom with 0, +44, 0044 or 44 before it, also
 * +44 (0); of elsewhere with + or 00. Gives it in the form of E.164, for example `+447700900461`; null when it is none. That
 * it was ever given to anybody is not looked at.
 */
export function parseTelephone(text: string): string | null {
  if (text.length > longest) return null
  const typed = bareOf(text)
  const home = /^(?:(?:\+|00)440?|44(?=[0-9]{10}$)|0(?!0)|(?=7[0-9]{9}$))([0-9]+)$/u.exec(typed)?.[1]
  if (home !== undefined) return national.test(home) ? `+44${home}` : null
  const abroad = /^(?:\+|00)([0-9]+)$/u.exec(typed)?.[1]
  return abroad !== undefined && foreign.test(abroad) ? `+${abroad}` : null
}

/** After the 0: ten digits, or nine of some areas and some free lines. */
const wholeAtHome = /^(?:1[0-9]{8,9}|[58]00[0-9]{6}|[235789][0-9]{9})$/u
/** Of any country, with its code, as E.164 has it. */
const wholeAbroad = /^(?:\+|00)?[1-9][0-9]{6,14}$/u

/**
 * Whether a number, typed in any way that `parseTelephone` reads, is a whole one, so that a call could reach somebody: of the United Kingdom
 * with 0, +44, 0044 or 44 before it, as long as its numbers are; else of 7 to 15 digits. Short numbers reach a service and never a person.
 */
export function isWholeTelephone(text: string): boolean {
  const typed = bareOf(text)
  const home = /^(?:\+?0(?!0)|(?:\+|00)?440?)([0-9]*)$/u.exec(typed)?.[1]
  return home === undefined ? wholeAbroad.test(typed) : wholeAtHome.test(home)
}
