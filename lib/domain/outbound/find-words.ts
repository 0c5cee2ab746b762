import { fold, foldWord } from './fold'
import type { Folded } from './fold'

/** Where words are looked for: letters in their order, with what stood between them. */
interface Letters {
  readonly chars: string
  /** Where in the text each stands. */
  readonly at: readonly number[]
  /** Whether each begins a word, and what stood before it if so. */
  readonly before: readonly (string | null)[]
}

/** A word to look for. Inside others too, where it is so long that it is no part of one by chance. */
export interface Wanted {
  readonly word: string
  readonly within: boolean
}

/** From and until where a word stands in a text. */
export type Span = readonly [number, number]

/** Shorter words are not looked for with letters said twice. */
const longEnough = 4

/**
 * Where a word stands in a text, however it is written: with accents, look-alikes, figures for letters, letters drawn out, or blanks and dots
 * between them. A word that is written in pieces counts where the pieces are it and nothing more.
 */
export function finder(text: string): (wanted: Wanted) => Span | null {
  const folded = fold(text)
  const read = readings.map((reading) => lettersOf(text, reading(folded)))
  // To one letter, and to two: a word may have them twice itself.
  const drawn = [...read, ...[1, 2].flatMap((left) => read.map((one) => drawnIn(one, 3, left)))].map(alike)
  const tight = read.map((one) => alike(drawnIn(one, 2)))
  return (wanted) => {
    const { usual, once } = formsOf(wanted)
    const found = firstOf(text, drawn, usual, wanted.within)
    if (found !== null || usual.length < longEnough) return found
    return firstOf(text, tight, once, wanted.within)
  }
}

/** The letters of a word that is looked for, and without those that it has twice in a row. */
interface Forms {
  readonly usual: string
  readonly once: string
}

/** For as long as whoever asks has the word: those of the lists are made once, and nothing is kept of what somebody said of themselves. */
const forms = new WeakMap<Wanted, Forms>()

function formsOf(wanted: Wanted): Forms {
  const known = forms.get(wanted)
  if (known !== undefined) return known
  const letters = lettersIn(foldWord(wanted.word))
  const made = { usual: alike(letters).chars, once: alike(drawnIn(letters, 2)).chars }
  forms.set(wanted, made)
  return made
}

function firstOf(text: string, all: readonly Letters[], word: string, within: boolean): Span | null {
  if (word === '') return null
  for (const letters of all) {
    const found = find(text, letters, word, within)
    if (found !== null) return found
  }
  return null
}

const blank = (one: Folded): Folded => ({ char: ' ', at: one.at })

/** How figures and marks are read: as nothing, figures as letters, all as letters, and all but for the marks around a word. */
const readings: readonly ((folded: readonly Folded[]) => readonly Folded[])[] = [
  (folded) => folded.map((one) => (one.sign === undefined ? one : blank(one))),
  (folded) => folded.map((one) => (one.sign === 'mark' ? blank(one) : one)),
  (folded) => folded,
  (folded) => folded.map((one, index) => (isAround(folded, index) ? blank(one) : one)),
]

/** Whether a mark stands before or after a word, with nothing but other marks between. */
function isAround(folded: readonly Folded[], index: number): boolean {
  const reaches = (step: 1 | -1) => {
    let next = index
    while (folded[next]?.sign === 'mark') next += step
    return (folded[next]?.char ?? ' ') === ' '
  }
  return folded[index]?.sign === 'mark' && (reaches(1) || reaches(-1))
}

/** The letters of a text without what separates words. */
function lettersOf(text: string, folded: readonly Folded[]): Letters {
  let chars = ''
  const at: number[] = []
  const before: (string | null)[] = []
  let gap: string | null = ''
  for (const one of folded) {
    if (one.char === ' ') {
      gap = (gap ?? '') + text.slice(one.at, one.at + 1)
      continue
    }
    chars += one.char
    at.push(one.at)
    before.push(gap)
    gap = null
  }
  return { chars, at, before }
}

/** Letters that stand `times` times in a row or more, `left` times. */
function drawnIn(letters: Letters, times: number, left = 1): Letters {
  const kept = Array.from(letters.chars, (_, index) => index).filter(
    (index) => !isRepeated(letters, index, times, left),
  )
  return {
    chars: kept.map((index) => letters.chars.charAt(index)).join(''),
    at: kept.map((index) => letters.at[index] ?? 0),
    before: kept.map((index) => letters.before[index] ?? null),
  }
}

/** Whether this letter repeats those before it in a run that is long enough, within one word. */
function isRepeated({ chars, before }: Letters, index: number, times: number, left: number): boolean {
  const same = (a: number, b: number) => chars[a] === chars[b] && before[b] === null
  if (!same(index - 1, index)) return false
  let first = index
  while (first > 0 && same(first - 1, first)) first -= 1
  let last = index
  while (last + 1 < chars.length && same(last, last + 1)) last += 1
  return last - first + 1 >= times && index - first >= left
}

/** In many a typeface a capital I is an l. Only afterwards: `bill` draws nothing out. */
function alike(letters: Letters): Letters {
  return { ...letters, chars: letters.chars.replaceAll('l', 'i') }
}

function lettersIn(word: string): Letters {
  return { chars: word, at: [], before: Array.from(word, (_, index) => (index === 0 ? '' : null)) }
}

function find(text: string, letters: Letters, word: string, within: boolean): Span | null {
  const { chars } = letters
  for (let from = placeOf(chars, word, 0); from >= 0; from = placeOf(chars, word, from + 1)) {
    const until = from + word.length
    if (isNumber(text, letters.at.slice(from, until))) continue
    if (within || isWhole(letters, from, until))
      return [letters.at[from] ?? 0, endOf(text, letters.at[until - 1] ?? 0)]
  }
  return null
}

/** Figures alone, or with the sign of a price, are read as a time, a price or a house by everybody. */
function isNumber(text: string, at: readonly number[]): boolean {
  return at.every((place) => /^[\p{Nd}\p{Sc}]/u.test(text.slice(place, place + 2)))
}

/** The next place where a word is, or -1. Only a star makes it look otherwise than it is. */
function placeOf(chars: string, word: string, first: number): number {
  if (!chars.includes('*')) return chars.indexOf(word, first)
  for (let from = first; from + word.length <= chars.length; from += 1)
    if (isHere(chars, from, word)) return from
  return -1
}

/** A star stands for any letter, but not for the first, nor for more than half of them. */
function isHere(chars: string, from: number, word: string): boolean {
  if (chars[from] !== word[0]) return false
  let stars = 0
  for (let index = 1; index < word.length; index += 1) {
    const char = chars[from + index]
    if (char === '*') stars += 1
    else if (char !== word[index]) return false
  }
  return stars * 2 <= word.length
}

/** Whether what was found begins and ends with words of the text. Two letters in two sentences are no word. */
function isWhole({ chars, before }: Letters, from: number, until: number): boolean {
  if (before[from] === null) return false
  const isEnd = until === chars.length || before[until] !== null
  if (!isEnd && !isPlural(chars, before, until)) return false
  const gaps = before.slice(from + 1, until).filter((gap) => gap !== null)
  return until - from > 2 || gaps.every((gap) => !/\s/u.test(gap))
}

/** Whether nothing but the end of a plural stands between a place and the next word. */
function isPlural(chars: string, before: Letters['before'], until: number): boolean {
  return ['s', 'es'].some((end) => {
    const next = until + end.length
    return chars.startsWith(end, until) && (next === chars.length || before[next] !== null)
  })
}

/** The end of the character that begins at a place. */
function endOf(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}
