import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import { eachCase } from '@/lib/domain/many-cases'
import type { CaseOutcome, TickedCase } from '@/lib/domain/many-cases'
import type { Actor } from '@/lib/domain/policy'
import { cleanText } from '@/lib/journey/clean-text'
import { handCaseBack } from './hand-back'
import { requireWords } from './require-words'
import { transferCase } from './transfer-case'

/** What is chosen for a case that goes back to the desk; for one that stays nothing is. */
export const toDesk = 'desk'

/** What a form says of one case: to whom it goes, and words for it alone. */
export interface BookChoice {
  readonly to: string
  readonly note: string
}

/**
 * Hands over what is chosen of somebody's cases, each to whom the form says or back to the desk, with its own words or those for all; what is
 * refused of one stops no other. DomainErrors, and then nothing is done: `none-chosen`, and `invalid` where one goes without words.
 */
export async function handOverBook(
  actor: Actor,
  cases: readonly TickedCase[],
  choiceOf: (reference: string) => BookChoice,
  forAll: string,
): Promise<readonly CaseOutcome[]> {
  const going = cases.flatMap((seen) => {
    const { to, note } = choiceOf(seen.reference)
    if (to === '') return []
    return [{ seen, to, reason: requireWords(cleanText(note) === '' ? forAll : note) }]
  })
  if (going.length === 0) throw new DomainError('none-chosen')
  const chosen = new Map(going.map((one) => [one.seen.reference, one]))
  return eachCase(
    going.map(({ seen }) => seen),
    async (seen) => {
      const one = chosen.get(seen.reference)
      if (one === undefined) throw new DomainError('invalid')
      const { to, reason } = one
      await (to === toDesk
        ? handCaseBack(actor, { ...seen, reason })
        : transferCase(actor, { ...seen, to, reason }))
    },
  )
}
