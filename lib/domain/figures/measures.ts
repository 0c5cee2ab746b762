import type { Force, StatisticsRules } from '../force'
import { monitoredStrands } from '../words'

/**
 * What is counted: an event of a case, in the month it happened by the force's clocks. `received`: the case came. `promised`: the time of
 * the first promise fell due. `contacted`: somebody of ours first told the reporter something: spoke with them, left them a message or wrote
 * to them; a call that nobody answered keeps a promise and is no contact, nor is that work begins for whoever was promised none. `closed`:
 * the case was. `answered`: somebody said whether what was agreed with them happened.
 */
export const measures = ['received', 'promised', 'contacted', 'closed', 'answered'] as const
export type Measure = (typeof measures)[number]

/** Into what a count is divided. Each is a partition: strands overlap, so each of them is a dimension of its own, `yes` or `no`. */
export type Dimension =
  | 'district'
  | 'kind'
  | 'channel'
  | 'risk'
  | `strand:${string}`
  | 'repeat'
  | 'weekday'
  | 'daypart'
  | 'outcome'
  | 'band'
  | 'disposition'
  | 'answer'
  | 'online'
  | 'offence'

/** Two dimensions at once, in the order of `dimensionsOf`. */
export type DimensionPair = readonly [Dimension, Dimension]

/** What a row is by: nothing (`all`), a dimension, or a pair as `a*b`. */
export type By = 'all' | Dimension | `${Dimension}*${Dimension}`

/** The parts of a force's data that say what can be counted. */
export type CountedForce = Pick<Force, 'districts' | 'extraStrands' | 'dispositions'> & {
  readonly statistics: StatisticsRules
}

type Strands = Pick<Force, 'extraStrands'>

/** The dimension of each strand of a force. */
export function strandDimensions({ extraStrands }: Strands): readonly `strand:${string}`[] {
  return [...monitoredStrands, ...extraStrands].map((strand) => `strand:${strand}` as const)
}

/** What only some measures are divided into. `repeat`, `weekday` and `daypart` are about how a case came, `online` and `offence` about what is recorded of it. */
const own: Readonly<Record<Measure, readonly Dimension[]>> = {
  received: ['repeat', 'weekday', 'daypart', 'online', 'offence'],
  promised: ['outcome'],
  contacted: ['band'],
  closed: ['disposition'],
  answered: ['answer'],
}

/** The dimensions of a measure, in the order in which pairs name them. */
export function dimensionsOf(measure: Measure, force: Strands): readonly Dimension[] {
  return ['district', 'kind', 'channel', 'risk', ...strandDimensions(force), ...own[measure]]
}

/** The pairs there are of a measure. Two strands at once are none of them: who has both is soon somebody. */
export function pairsOf(measure: Measure, force: Strands): readonly DimensionPair[] {
  const strands = strandDimensions(force)
  const facts: readonly Dimension[] = ['district', 'kind', 'channel', 'risk', ...strands]
  if (measure !== 'received')
    return own[measure].flatMap((last) => facts.map((fact) => [fact, last] as const))
  return [
    ['district', 'kind'],
    ['district', 'channel'],
    ['district', 'risk'],
    ...strands.map((strand) => ['district', strand] as const),
    ['district', 'repeat'],
    ['kind', 'channel'],
    ...strands.map((strand) => ['channel', strand] as const),
    ...strands.map((strand) => ['risk', strand] as const),
    ...strands.map((strand) => [strand, 'repeat'] as const),
    ['weekday', 'daypart'],
    ...strands.map((strand) => [strand, 'offence'] as const),
    ['online', 'offence'],
  ]
}

/** A pair as `by` of its rows. */
export function pairName([a, b]: DimensionPair): `${Dimension}*${Dimension}` {
  return `${a}*${b}`
}
