import { fold, foldWord } from '../outbound/fold'

/*
 * This file holds words of hatred, so that they can be folded away until somebody chooses to read them. They are words that Ofcom's research on
 * offensive language (2021) lists as discriminatory and strong, but for those that people also use of themselves, that are surnames, or that mean
 * something else as often: to call somebody's own word for themselves hatred would be worse than to miss one.
 */
const listed = [
  ...[
    'chink',
    'chinky',
    'coon',
    'darky',
    'golliwog',
    'gook',
    'gyppo',
    'gippo',
    'jewboy',
    'kike',
    'muzzie',
    'nigger',
    'nigga',
    'nignog',
    'paki',
    'pikey',
  ],
  ...[
    'raghead',
    'spic',
    'towelhead',
    'wog',
    'wop',
    'yid',
    'battyboy',
    'bumboy',
    'chichiman',
    'fag',
    'faggot',
    'fudgepacker',
    'lezza',
    'lezzer',
  ],
  ...[
    'lesbo',
    'poof',
    'poofter',
    'rugmuncher',
    'shirtlifter',
    'sodomite',
    'shemale',
    'tranny',
    'trannie',
    'cripple',
    'flid',
    'mong',
    'retard',
    'schizo',
  ],
  ...['spastic', 'spaz', 'spacker', 'windowlicker'],
] as const

const hateful: ReadonlySet<string> = new Set(listed.map(foldWord))

/** Those of them that are words of Welsh too: `fag` is `mag`, of rearing a child, as it stands after many other words. */
const welshToo: ReadonlySet<string> = new Set(['fag'])

/** Words that hardly a line of Welsh does without, and no line of English has; and the other way round. */
const plainlyWelsh: ReadonlySet<string> = new Set([
  ...['yn', 'mae', 'oedd', 'wedi', 'ei', 'eu', 'fy', 'gan', 'gyda', 'nhw', 'ond', 'bod', 'dwi'],
  ...['roedd', 'yr', 'mewn', 'hefyd', 'ddim', 'ac', 'sydd', 'wrth', 'hwn', 'hon', 'rhag', 'eich', 'ein'],
])

const plainlyEnglish: ReadonlySet<string> = new Set(['the', 'and', 'was', 'they', 'she', 'he', 'you', 'my'])

/** A part of a text: a word of hatred, or what stands around such words. */
export interface Part {
  readonly text: string
  readonly isHateful: boolean
}

interface Word {
  readonly letters: string
  readonly from: number
  readonly until: number
}

/**
 * A text in its parts, in their order and without losing a character. In one pass, whatever its length: each word is compared letter by letter as it looks
 * (without accents, with figures and letters of other alphabets as the letters they stand for), as it is and without an ending of plurals.
 */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let done = 0
  const words = [...wordsOf(text)]
  const welsh = isWelsh(words)
  for (const { letters, from, until } of words) {
    if (!isHateful(letters) || (welsh && welshToo.has(letters))) continue
    if (from > done) parts.push({ text: text.slice(done, from), isHateful: false })
    parts.push({ text: text.slice(from, until), isHateful: true })
    done = until
  }
  if (done < text.length) parts.push({ text: text.slice(done), isHateful: false })
  return parts
}

/** How many words of hatred a text has. */
export function countHateful(text: string): number {
  return partsOf(text).filter((part) => part.isHateful).length
}

/**
 * Whether a text is plainly Welsh: one word in five is one that only Welsh has, there are three, and none is one that only English has. A text in both languages
 * is not: to fold a word of Welsh in it costs a press, to miss the English word shows it to somebody who had not chosen to read it.
 */
function isWelsh(words: readonly Word[]): boolean {
  if (words.some(({ letters }) => plainlyEnglish.has(letters))) return false
  const welsh = words.filter(({ letters }) => plainlyWelsh.has(letters)).length
  return welsh >= 3 && welsh * 5 >= words.length
}

function isHateful(letters: string): boolean {
  return readings(letters).some(
    (word) => hateful.has(word) || hateful.has(word.replace(/(?:(?<=[oz])es|s|z)$/u, '')),
  )
}

/** As it is, and with letters that are drawn out once or twice. */
function readings(letters: string): readonly string[] {
  return [letters, letters.replace(/(.)\1{2,}/gu, '$1'), letters.replace(/(.)\1{2,}/gu, '$1$1')]
}

/** The words of a text as they are compared. What stands for a letter counts as one within a word, and not around it. */
function* wordsOf(text: string): Generator<Word> {
  let word: { letters: string; from: number; until: number; marks: string } | null = null
  for (const { char, at, sign } of fold(text)) {
    const isLetter = char !== ' ' && sign === undefined
    if (char === ' ') {
      if (word !== null) yield word
      word = null
    } else if (word === null) {
      if (isLetter || sign === 'figure') word = { letters: char, from: at, until: endOf(text, at), marks: '' }
    } else if (sign === 'mark') word.marks += char
    else {
      word.letters += word.marks + char
      word.marks = ''
      word.until = endOf(text, at)
    }
  }
  if (word !== null) yield word
}

/** Where the character that begins here ends. */
function endOf(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1)
}
