import { nextUse } from '../contact/may-use'
import type { ReachPlan } from '../contact/may-use'
import type { Force, LetterText } from '../force'

/** The texts of the force that can be sent by a plan, in a language: none speaks of a way in which they are not to be reached at any hour known. */
export function letterTexts(
  { letters, timeZone }: Pick<Force, 'letters' | 'timeZone'>,
  locale: string,
  plan: ReachPlan,
  at: Date,
): readonly LetterText[] {
  const texts = letters[locale]?.templates ?? []
  return texts.filter(({ needs }) => needs === undefined || nextUse(plan, needs, at, { timeZone }) !== null)
}
