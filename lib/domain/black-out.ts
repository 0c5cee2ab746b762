import { DomainError } from './errors'

/** What stands where something was blacked out: always as long, so that it does not tell how long that was. */
export const blackedOut = '████'

/** How many words may be blacked out at once, and how long one may be. */
const mostWords = 200
const longestWord = 200

/**
 * The words of a form, one to a line. DomainError `invalid` for too many, too long, for one of which less than two letters or digits are
 * left, which would be everywhere, and for one with what stands for blacked-out text.
 */
export function readWords(text: string): readonly string[] {
  const words = [...new Set(text.split(/\r?\n/u).map((line) => line.trim()))].filter((line) => line !== '')
  const isFit = (word: string) =>
    word.length <= longestWord && !word.includes('█') && needlesOf(word).length > 0
  if (words.length > mostWords || !words.every(isFit)) throw new DomainError('invalid')
  return words
}

/**
 * A text with these words blacked out wherever they stand, inside longer words too. Letters are compared without case, accents and
 * characters nobody sees, runs of spaces as one; numbers, of four digits and more, whatever stands between their digits.
 */
export function blackOut(text: string, words: readonly string[]): string {
  const spans = spansOf(text, words)
  let out = ''
  let from = 0
  for (const { start, end } of spans) {
    out += text.slice(from, start) + blackedOut
    from = end
  }
  return out + text.slice(from)
}

/** Whether any of the words is left in a text, compared as `blackOut` does. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return spansOf(text, words).length > 0
}

/** How a text is compared: each character as what it counts for, or nothing. */
type Fold = (character: string) => string

interface Needle {
  readonly text: string
  readonly fold: Fold
}

interface Span {
  readonly start: number
  readonly end: number
}

const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu

/** A letter without case, accents and what nobody sees; any white space as a space. */
function asLetter(character: string): string {
  if (/[\s\p{Zs}]/u.test(character)) return ' '
  // Capitals first: of some letters a mark becomes a letter of its own there.
  const bare = character.toUpperCase().normalize('NFKD').replace(unseen, '')
  return bare.toUpperCase().toLowerCase().replace(/ς/gu, 'σ').replace(unseen, '')
}

/** A digit of any script's as itself; what people put between the digits of a number as nothing. */
function asDigit(character: string): string {
  return /[\s\p{Zs}\p{Pd}().+/]/u.test(character) ? '' : asLetter(character)
}

const hasEnough = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2

/** What is looked for of a word: as letters, and as a number where it is one. */
function needlesOf(word: string): readonly Needle[] {
  const letters = { text: foldedOf(word, asLetter).text.trim(), fold: asLetter }
  const digits = { text: foldedOf(word, asDigit).text, fold: asDigit }
  return [
    ...(hasEnough(letters.text) ? [letters] : []),
    ...(/^\p{Nd}{4,}$/u.test(digits.text) ? [digits] : []),
  ]
}

/** A folded text, and for each of its characters where in the text it came from. */
function foldedOf(text: string, fold: Fold): { readonly text: string; readonly from: readonly Span[] } {
  let folded = ''
  const from: Span[] = []
  let start = 0
  for (const character of text) {
    const end = start + character.length
    const said = fold(character)
    // A run of spaces is one.
    if (!(said === ' ' && folded.endsWith(' '))) {
      folded += said
      from.push(...Array.from({ length: said.length }, () => ({ start, end })))
    }
    start = end
  }
  return { text: folded, from }
}

/** Where any of the words stands, in order and none in another. */
function spansOf(text: string, words: readonly string[]): readonly Span[] {
  const folds = new Map([asLetter, asDigit].map((fold) => [fold, foldedOf(text, fold)]))
  const found = words.flatMap(needlesOf).flatMap((needle) => {
    const folded = folds.get(needle.fold)
    return folded === undefined ? [] : placesOf(folded, needle.text)
  })
  const merged: Span[] = []
  for (const span of found.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = merged.at(-1)
    if (last === undefined || span.start > last.end) merged.push(span)
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return merged
}

function placesOf(folded: ReturnType<typeof foldedOf>, needle: string): readonly Span[] {
  const places: Span[] = []
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const first = folded.from[at]
    const last = folded.from[at + needle.length - 1]
    if (first !== undefined && last !== undefined) places.push({ start: first.start, end: last.end })
  }
  return places
}
