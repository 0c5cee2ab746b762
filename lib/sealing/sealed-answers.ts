import 'server-only'
import type { SealedBoxRow } from './box'
import { readBox } from './read-box'

/** The answers of a case, still sealed; `plan`: how they may be reached by now, null where that is what was sent. */
export interface SealedAnswers {
  readonly box: SealedBoxRow
  readonly plan: SealedBoxRow | null
}

/** The same as the database gives it to whatever runs by the clock. */
export type SealedAnswersRow = { readonly [K in keyof SealedAnswers]: unknown }

/** The boxes in it. */
export function readSealedAnswers({ box, plan }: SealedAnswersRow): SealedAnswers {
  return { box: readBox(box), plan: plan === null ? null : readBox(plan) }
}
