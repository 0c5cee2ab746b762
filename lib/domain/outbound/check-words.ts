import { parseReturnCode } from '../return-code'
import { finder } from './find-words'
import type { Span } from './find-words'
import { forbiddenWords, tellingPictures, withPlural } from './forbidden-words'
import type { WordKind } from './forbidden-words'
import { saidOften } from './said-often'
import { signsOf } from './reference-signs'

/** Why a word may not be sent. */
type FoundKind = WordKind | 'force' | 'reference' | 'code' | 'number' | 'link' | 'own'

/** A word that may not be sent, as it stands in the text. Its kind's words are `outbound.found.<kind>`. */
export interface Found {
  readonly word: string
  readonly kind: FoundKind
}

/** What a text is held against. */
export interface Against {
  /** The person allowed nothing that says who it is from. Where they allowed the police to be named, those words and numbers pass. */
  readonly neutral: boolean
  /** Languages in which the words are looked for. */
  readonly languages: readonly string[]
  /** What the force is called. */
  readonly names: readonly string[]
  /** What the person said of who they are, in their own words or in words for their strands. */
  readonly own: readonly string[]
  /** The reference of their own case; none where a text is of no case. */
  readonly reference?: string
}

/** What may be said where the person allowed the police to be named: who it is from, and not what it is about. */
const allowedByName: ReadonlySet<FoundKind> = new Set(['police', 'force', 'number'])

/**
 * What in a text would tell somebody else what it is about, the first first. Nothing is right about a text because this finds nothing: who wrote it
 * thinks as well.
 */
export function forbiddenIn(text: string, against: Against): readonly Found[] {
  const find = finder(text)
  const wanted = [
    ...forbiddenWords(against.languages),
    ...against.names.map((word) => ({ kind: 'force' as const, word, within: true })),
    ...ownWords(against.own).map((word) => ({ kind: 'own' as const, word, within: false })),
  ].filter(({ kind }) => against.neutral || !allowedByName.has(kind))
  const spans = wanted.flatMap((one) => {
    const span = find(one)
    return span === null ? [] : [{ span, kind: one.kind }]
  })
  return asFound(text, [...signsIn(text, against), ...spans])
}

interface Marked {
  readonly span: Span
  readonly kind: FoundKind
}

/** One a place: of what overlaps, the longer; of two as long, what is said first. */
function asFound(text: string, marked: readonly Marked[]): readonly Found[] {
  const longest = [...marked].sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]))
  const kept: Marked[] = []
  for (const one of longest) {
    const isInside = kept.some(({ span }) => one.span[0] < span[1] && span[0] < one.span[1])
    if (!isInside) kept.push(one)
  }
  return kept
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ span: [from, until], kind }) => ({ word: text.slice(from, until).trim(), kind }))
}

/** What is no word of a list: numbers, references, codes, links, ranks before a name, and pictures. */
function signsIn(text: string, { neutral, reference }: Against): readonly Marked[] {
  const found = [
    ...signsOf(text, reference).map((span) => ({ span, kind: 'reference' as const })),
    ...codesIn(text),
    ...tellingPictures.flatMap(([picture, kind]) => {
      const at = text.indexOf(picture)
      return at < 0 ? [] : [{ span: [at, at + picture.length] as const, kind }]
    }),
    ...numbersIn(text),
    ...matches(text, link, 'link').filter(({ span }) => neutral || !isOfPolice(text, span)),
    ...ranks.flatMap((rank) => matches(text, rank, 'police')),
  ]
  return found.filter(({ kind }) => neutral || !allowedByName.has(kind))
}

const link =
  /https?:|www\.|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:uk|com|org|net|gov|info|wales|cymru)(?![\p{L}\p{N}])/giu
/** Ranks before a name. */
const ranks = [
  /(?<![\p{L}\p{N}])(?:D?(?:CI|CS|C|S|I)|P[CS]|T\/?P[CS])(?=\s+\p{Lu}[\p{Ll}'’])/gu,
  /(?<![\p{L}\p{N}])(?:DI|D\.I\.?)(?=[\s-]+\p{Lu})/gu,
  /(?<![\p{L}\p{N}])D\.?(?:C\.?I|C|S)\.?(?=[\s-]+\p{L}[\p{L}'’])/giu,
]

/** Whether a link is to a site of the police, which says no more than the word does. */
function isOfPolice(text: string, [from]: Span): boolean {
  const start = text.slice(0, from).search(/\S*$/u)
  return /^(?:https?:\/\/)?(?:[a-z-]+\.)?[a-z-]+\.police\.uk(?:[/?#.,;:!)]|$)/iu.test(
    text.slice(start).split(/\s/u)[0] ?? '',
  )
}

function matches(text: string, pattern: RegExp, kind: FoundKind): readonly Marked[] {
  return [...text.matchAll(pattern)].map((match) => ({
    span: [match.index, match.index + match[0].length] as const,
    kind,
  }))
}

/** Pieces with dashes, dots or blanks between them. */
const pieces = /[\p{L}\p{N}]+(?:[ \u00a0_.\-\u2010-\u2015]{1,3}[\p{L}\p{N}]+)*/gu
const codeLength = 20
/** A code has some six figures among its letters. Words in a row that are as long have none. */
const fewestFigures = 3

/** Pieces of a text that make a return code together: as it is written, in fours or in one, or in any others that have figures in them. */
function codesIn(text: string): readonly Marked[] {
  return [...text.matchAll(pieces)].flatMap((run) => {
    const all = [...run[0].matchAll(/[\p{L}\p{N}]+/gu)]
    return all.flatMap((first, index) => {
      const last = all.findIndex((_, end) => lengthOf(all.slice(index, end + 1)) >= codeLength)
      const some = last < index ? [] : all.slice(index, last + 1)
      if (!isCode(some.map(([piece]) => piece))) return []
      const from = run.index + first.index
      return [{ span: [from, from + lengthInText(some)] as const, kind: 'code' as const }]
    })
  })
}

function isCode(some: readonly string[]): boolean {
  const said = some.join('')
  const isUsual = some.length === 1 || some.every((piece) => piece.length === 4)
  const figures = said.replaceAll(/\P{N}/gu, '').length
  return (
    said.length === codeLength && figures >= (isUsual ? 1 : fewestFigures) && parseReturnCode(said) !== null
  )
}

const lengthOf = (some: readonly RegExpExecArray[]) => some.reduce((sum, [piece]) => sum + piece.length, 0)

function lengthInText(some: readonly RegExpExecArray[]): number {
  const last = some.at(-1)
  return (last?.index ?? 0) + (last?.[0].length ?? 0) - (some[0]?.index ?? 0)
}

const telling: ReadonlySet<string> = new Set(['999', '101', '112', '999101', '101999'])
const figures = /\p{Nd}(?:[\s.\-\u2010-\u2015_·]{0,3}\p{Nd})*/gu
const saidFigures =
  /(?<![\p{L}\p{N}])(?:(?:triple|treble|three)[\s-]*(?:nines?|9s?)|(?=[9\s-]*nine)(?:(?:nine|9)[\s-]*){2}(?:nine|9)|1[\s-]*o[\s-]*1|one[\s-]*hundred[\s-]*and[\s-]*one|one[\s-]*(?:oh?|zero|nought)[\s-]*one|(?:naw[\s-]*naw[\s-]*naw)|(?:un[\s-]*(?:dim|sero)[\s-]*un))(?![\p{L}\p{N}])/giu

/** Numbers that everybody knows, in figures with anything between them, or in words. A longer number that ends so is none. */
function numbersIn(text: string): readonly Marked[] {
  const plain = text.replaceAll(/[\p{Cf}\p{M}]/gu, ' ')
  const inFigures = [...plain.matchAll(figures)].flatMap((match) => {
    const number = match[0].normalize('NFKC').replaceAll(/\D/gu, '')
    if (!telling.has(number)) return []
    return [{ span: [match.index, match.index + match[0].length] as const, kind: 'number' as const }]
  })
  return [...inFigures, ...matches(plain, saidFigures, 'number')]
}

/** The words in what somebody said of who they are, but for those that everybody says of anything. Two letters are one where they are capitals. */
function ownWords(own: readonly string[]): readonly string[] {
  const short = own.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Lu}{2}(?![\p{L}\p{N}])/gu) ?? [])
  const long = own.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}'’-]{3,}/gu) ?? [])
  const words = [...short.map((word) => word.toLowerCase()), ...long]
  return [...new Set(words)].filter((word) => !saidOften.has(word.normalize('NFC'))).flatMap(withPlural)
}
