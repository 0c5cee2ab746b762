import { indexKinds, indexTerm } from '@/lib/domain/index-term'
import type { IndexKind } from '@/lib/domain/index-term'
import type { Answers } from '@/lib/journey/definition'

/** Something a case can be found by, in its normal form. */
export interface Identifier {
  readonly kind: IndexKind
  readonly normal: string
}

/** How many of each kind a case can have. */
export const identifiersOfKind: Readonly<Record<IndexKind, number>> = {
  telephone: 1,
  email: 1,
  postcode: 2,
  surname: 1,
}

const wholePostcode = /[A-Z]{1,2}[0-9O][0-9A-Z]?\s{0,2}[0-9O][A-Z]{2}\b/giu

/**
 * What the reporter gave of themselves that a case can be found by: their name, number, e-mail address, the postcode asked for and that
 * of the address to write to. These questions and no others: nothing of what happened, of anybody else, or of what they are.
 */
export function identifiersOf(answers: Answers): readonly Identifier[] {
  const text = (id: string) => {
    const answer = answers[id]
    return typeof answer === 'string' ? answer : ''
  }
  const given: Readonly<Record<IndexKind, readonly string[]>> = {
    telephone: [text('phone')],
    email: [text('email')],
    postcode: [text('postcode'), postcodeIn(text('postalAddress'))],
    surname: [text('name')],
  }
  return indexKinds.flatMap((kind) => {
    const terms = given[kind].flatMap((one) => indexTerm(kind, one) ?? [])
    return [...new Set(terms)].map((normal) => ({ kind, normal }))
  })
}

/** The last whole postcode in an address, or nothing. */
function postcodeIn(address: string): string {
  const found = (address.match(wholePostcode) ?? []).filter((one) => indexTerm('postcode', one) !== null)
  return found.at(-1) ?? ''
}
