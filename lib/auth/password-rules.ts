import 'server-only'
import { dictionary } from '@zxcvbn-ts/language-common'

/** In characters as people count them, after composing accents. */
export const passwordLength = { least: 15, most: 256 } as const

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'personal'

/** Whose password it will be: what anybody could guess of them. */
export interface PasswordOwner {
  readonly name: string
  readonly email: string
  /** The force's name. */
  readonly force: string
}

/** Of the service and of the work: the words everybody here would think of first. */
const serviceWords = ['alongside', 'police', 'liaison', 'officer', 'lgbt']

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const runs = rows.flatMap((row) => [row, Array.from(row).toReversed().join('')])
const shortestRun = 4
const leastDistinct = 6

/**
 * What is wrong with a new password, or null. Fifteen characters or more, not on the list of common ones, not made of one
 * by repeating or padding it, and not made of the person's or the service's name. No rule about which kinds of characters.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const text = password.normalize('NFC')
  const length = Array.from(text).length
  if (length < passwordLength.least) return 'too-short'
  if (length > passwordLength.most) return 'too-long'
  const plain = plainForm(text)
  if (isMadeOf(plain, wordsOf(owner))) return 'personal'
  return isCommon(plain) ? 'common' : null
}

function plainForm(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Parts of the names and of the address, four letters or more: shorter ones are in too many words. */
function wordsOf({ name, email, force }: PasswordOwner): readonly string[] {
  const words = plainForm(`${name} ${email} ${force}`).split(/[^\p{L}\p{N}]+/u)
  const own = [plainForm(name).replaceAll(/\s/gu, ''), ...words].filter((word) => word.length >= 4)
  return [...own, ...serviceWords].sort((one, other) => other.length - one.length)
}

/** Whether nothing but digits and signs is left when these words are taken out. A password of digits alone has none of them. */
function isMadeOf(plain: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && !/\p{L}/u.test(rest)
}

function isCommon(plain: string): boolean {
  const forms = [plain, unpadded(plain), plainLetters(plain), unpadded(plainLetters(plain))]
  return (
    forms.some((form) => common.has(form) || common.has(unitOf(form))) ||
    Array.from(unitOf(plain)).length < passwordLength.least ||
    new Set(plain).size < leastDistinct ||
    isRuns(plain)
  )
}

/** Without the digits and signs before and after it. */
function unpadded(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')
}

const lookalikes = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }),
)

/** With the digits and signs people write for letters read as those letters. */
function plainLetters(text: string): string {
  return Array.from(text, (character) => lookalikes.get(character) ?? character).join('')
}

/** What is repeated, when the whole is one thing again and again, with or without something short cut off at the end. */
function unitOf(text: string): string {
  const characters = Array.from(text)
  for (let size = 1; size <= characters.length / 2; size += 1) {
    if (characters.every((character, at) => character === characters[at % size]))
      return characters.slice(0, size).join('')
  }
  return text
}

/** Whether it is all steps along the alphabet, the digits or a row of the keyboard. */
function isRuns(plain: string): boolean {
  let at = 0
  while (at < plain.length) {
    const length = runAt(plain, at)
    if (length < shortestRun) return false
    at += length
  }
  return true
}

/** How many characters from `at` on follow each other in one of the runs. */
function runAt(plain: string, at: number): number {
  return Math.max(
    ...runs.map((run) => {
      let length = 0
      const start = run.indexOf(plain.charAt(at))
      while (
        start >= 0 &&
        at + length < plain.length &&
        run.charAt(start + length) === plain.charAt(at + length)
      )
        length += 1
      return length
    }),
  )
}
