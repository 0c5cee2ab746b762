import { agreementAnswers } from '../agreement'
import { promiseOutcomes } from '../counted-times'
import { offenceAnswers } from '../offence'
import { nowhere } from '../queue-filters'
import { channels, risks, submissionKinds } from '../words'
import type { CountedForce, Dimension } from './measures'

const yesOrNo = ['yes', 'no'] as const

/** The time to the first contact, by the clock: up to so many hours or days. */
export const contactBands = ['4h', '1d', '2d', '3d', '7d', 'later'] as const

/** Whole numbers as values, both within. */
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at))

/** ISO weekdays, Monday is 1. */
const weekdays = numbers(1, 7)
/** Four hours each, from midnight. */
const dayparts = numbers(0, 5)

/**
 * The values of a dimension, in their order, as the force's data has them today: districts that ended are among them, old cases lie there.
 * `occurring` are values found in rows: endings are decided at the desk, so there are some that the force's data does not know; they come last.
 */
export function valuesOf(
  dimension: Dimension,
  force: Pick<CountedForce, 'districts' | 'dispositions'>,
  occurring: Iterable<string> = [],
): readonly string[] {
  const known = knownValues(dimension, force)
  const others = new Set([...occurring].filter((value) => !known.includes(value)))
  return [...known, ...[...others].sort()]
}

function knownValues(
  dimension: Dimension,
  { districts, dispositions }: Pick<CountedForce, 'districts' | 'dispositions'>,
): readonly string[] {
  switch (dimension) {
    case 'district':
      return [...districts.map(({ id }) => id), nowhere]
    case 'kind':
      return submissionKinds
    case 'channel':
      return channels
    case 'risk':
      return risks
    case 'weekday':
      return weekdays
    case 'daypart':
      return dayparts
    case 'outcome':
      return promiseOutcomes
    case 'band':
      return contactBands
    case 'disposition':
      return dispositions.map(({ id }) => id)
    case 'offence':
      return offenceAnswers
    case 'answer':
      return agreementAnswers
    default:
      return yesOrNo
  }
}
