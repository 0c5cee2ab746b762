import type { PublicAlert } from '../risk'
import { dangerPhrases, dangerSigns } from './danger-signs'
import type { DangerSign } from './danger-signs'
import { phraseFinder } from './find-phrases'

/** Letters that are no accents of others, as they are typed in their place. */
const letters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss' }

/** A text longer than this is looked at where it begins and where it ends, so that what anybody can send us takes no time that others wait for. */
const looked = 20_000

function ends(text: string): string {
  return text.length <= looked ? text : `${text.slice(0, looked / 2)} ${text.slice(-looked / 2)}`
}

/** The words of a text as the phrases are written: small letters, no accents, apostrophes or signs. */
function wordsOf(text: string): readonly string[] {
  // One letter can become eighteen, so what is looked at is measured again.
  const bare = ends(ends(text).normalize('NFKD'))
    .replace(/[\p{M}\p{Cf}'’‘`´ʼ]/gu, '')
    .toLowerCase()
    .replace(/[øłđß]/gu, (letter) => letters[letter] ?? letter)
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

const find = phraseFinder(
  dangerSigns.flatMap((sign) => dangerPhrases[sign].map((phrase) => [sign, phrase] as const)),
)

/** In so few words even an ordinary one is a cry: "Help!", "dwi ofn". */
const fewWords = 4

/** What in a text, in any of our languages, may mean that somebody is in danger. More words never take a sign away. */
export function dangerSignsIn(text: string): readonly DangerSign[] {
  return signsOf(wordsOf(text))
}

function signsOf(words: readonly string[]): readonly DangerSign[] {
  const found = find(words)
  return dangerSigns.filter((sign) => found.has(sign))
}

/** Whether they were asked if somebody is in danger, and what they said; null where they left it. */
export type DangerAnswer = 'yes' | 'no' | null

/** What a message says of danger. */
export interface DangerSaid {
  /** Help to show at once. */
  readonly alerts: readonly PublicAlert[]
  /** Somebody has to read it within minutes: because they said so, or by its words. Null where nobody has to. */
  readonly by: 'answer' | 'words' | null
}

/**
 * What a message says of danger. By its words help is shown, whatever else was answered. A clock runs by those that ordinary messages do not hold,
 * or by any where hardly more is said; not where they said that nobody is in danger now, so that whoever tells what happened last year does not
 * wake a force.
 */
export function saysDanger(text: string, answer: DangerAnswer): DangerSaid {
  const words = wordsOf(text)
  const signs = signsOf(words)
  const isShown = answer === 'yes' || signs.length > 0
  const alerts: readonly PublicAlert[] = [
    ...(isShown ? (['show-999'] as const) : []),
    ...(signs.includes('self-harm') ? (['show-crisis'] as const) : []),
  ]
  if (answer === 'yes') return { alerts, by: 'answer' }
  const isTold = signs.some((sign) => sign !== 'worry' || words.length <= fewWords)
  return { alerts, by: isTold && answer !== 'no' ? 'words' : null }
}
