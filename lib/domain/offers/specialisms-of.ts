import type { Force } from '../force'

/** What of a case, published as plaintext, a specialism can fit. */
interface Fitted {
  readonly strands: readonly string[]
  readonly riskRules: readonly string[]
}

/** Ids of the force's specialisms that fit a case: one of its strands, or one of its rules of risk, is theirs. */
export function specialismsOf(
  { strands, riskRules }: Fitted,
  force: Pick<Force, 'specialisms'>,
): readonly string[] {
  return force.specialisms
    .filter(
      (one) =>
        one.strands?.some((strand) => strands.includes(strand)) === true ||
        one.riskRules?.some((rule) => riskRules.includes(rule)) === true,
    )
    .map(({ id }) => id)
}
