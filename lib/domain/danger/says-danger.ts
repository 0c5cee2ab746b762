import type { PublicAlert } from '../risk'
import { dangerPhrases, dangerSigns } from './danger-signs'
import type { DangerSign } from './danger-signs'

/** Letters that are no accents of others, as they are typed in their place. */
const letters: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss' }

/** A text as the phrases are written: one space between words, small letters, no accents, apostrophes or signs. */
function plain(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘`´ʼ]/gu, '')
    .toLowerCase()
    .replace(/[øłđß]/gu, (letter) => letters[letter] ?? letter)
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** A phrase as a pattern of whole words. */
function pattern(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => word.replace('*', '[\\p{L}\\p{N}]*'))
  return new RegExp(` ${words.join(' ')} `, 'u')
}

const patterns: Readonly<Record<DangerSign, readonly RegExp[]>> = {
  killing: dangerPhrases.killing.map(pattern),
  weapon: dangerPhrases.weapon.map(pattern),
  near: dangerPhrases.near.map(pattern),
  hurt: dangerPhrases.hurt.map(pattern),
  trapped: dangerPhrases.trapped.map(pattern),
  'self-harm': dangerPhrases['self-harm'].map(pattern),
  help: dangerPhrases.help.map(pattern),
}

/** What in a text, in any of our languages, may mean that somebody is in danger. More words never take a sign away. */
export function dangerSignsIn(text: string): readonly DangerSign[] {
  const words = plain(text)
  return dangerSigns.filter((sign) => patterns[sign].some((one) => one.test(words)))
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
 * What a message says of danger. By its words help is shown, whatever else was answered; a clock runs unless they said that nobody is in danger
 * now, so that whoever tells what happened last year does not wake a force.
 */
export function saysDanger(text: string, answer: DangerAnswer): DangerSaid {
  const signs = dangerSignsIn(text)
  const isShown = answer === 'yes' || signs.length > 0
  const alerts: readonly PublicAlert[] = [
    ...(isShown ? (['show-999'] as const) : []),
    ...(signs.includes('self-harm') ? (['show-crisis'] as const) : []),
  ]
  if (answer === 'yes') return { alerts, by: 'answer' }
  return { alerts, by: signs.length > 0 && answer !== 'no' ? 'words' : null }
}
