import type { Span } from './find-words'

/** As any reference is quoted: with what its kind begins with, and dashes or blanks or capitals; or in two halves that both have figures. */
const quoted: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:[HＨН][CＣС]|LR)[^\p{L}\p{N}]{1,3}[\p{L}\p{N}]{4}[^\p{L}\p{N}]{0,3}[\p{L}\p{N}]{4}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:[HＨН][CＣС]|LR)[\p{Lu}\p{N}]{4}[^\p{L}\p{N}]{0,3}[\p{Lu}\p{N}]{4}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:[HＨН][CＣС]|LR)[\p{L}\p{N}]{4}[^\p{L}\p{N}]{0,3}(?=[\p{L}\p{N}]*\p{N})[\p{L}\p{N}]{4}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?=[A-Z]*\d)[0-9A-Z]{4}[-\u2010-\u2015](?=[A-Z]*\d)[0-9A-Z]{4}(?![\p{L}\p{N}])/giu,
]

/** Where references stand in a text: any that is quoted as one, and one's own also without its first letters, in whatever pieces. */
export function signsOf(text: string, own: string | undefined): readonly Span[] {
  const found = quoted.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Span => [match.index, match.index + match[0].length]),
  )
  const one = own === undefined ? null : whereIs(text, own)
  return one === null ? found : [...found, one]
}

/** How many symbols of a reference are its own. */
const symbols = 8

/** Where the symbols of a reference follow each other, whatever stands between them. */
function whereIs(text: string, reference: string): Span | null {
  const wanted = symbolsOf(reference)
    .map(({ symbol }) => symbol)
    .join('')
    .slice(-symbols)
  if (wanted.length < symbols) return null
  const all = symbolsOf(text)
  const at = all
    .map(({ symbol }) => symbol)
    .join('')
    .indexOf(wanted)
  const first = all[at]
  const last = all[at + symbols - 1]
  return first === undefined || last === undefined ? null : [first.from, last.until]
}

/** The letters and figures of a text as a reference has them: capitals, and no letter that is taken for a figure. */
function symbolsOf(text: string): readonly { symbol: string; from: number; until: number }[] {
  let from = 0
  return Array.from(text).flatMap((char) => {
    const until = from + char.length
    const read = Array.from(char.normalize('NFKC').toUpperCase()).filter((one) => /[\p{L}\p{N}]/u.test(one))
    const here = read.map((one) => ({ symbol: alike[one] ?? one, from, until }))
    from = until
    return here
  })
}

const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
