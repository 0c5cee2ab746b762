import type { TypedMonths } from '@/components/staff/queue-months-fields'
import { passedOver } from '@/lib/domain/queue-filters'
import type { KnownWords, PassedOver } from '@/lib/domain/queue-filters'
import { problemsOfMonths } from '@/lib/domain/received-months'
import type { Translate } from '@/lib/i18n/translate'
import type { Query } from './read-months'

/**
 * What is wrong with the address of a queue, in words, by the field to put it right in. A queue is not narrowed to what is wrong, and says so: to see
 * all where one district was asked for would mislead.
 */
export function queueProblems(
  query: Query,
  typed: TypedMonths,
  known: KnownWords,
  t: Translate,
): ReadonlyMap<string, string> {
  return new Map([
    ...passedOver(query, known).map(({ name, why }) => [fieldOf(name), saidOf({ name, why }, t)] as const),
    ...monthProblems(typed, known, t),
  ])
}

/** Lists that a link leads to have no field of their own. */
const ofLists: readonly PassedOver['name'][] = ['sealed', 'snoozed', 'set']

function fieldOf(name: PassedOver['name']): string {
  return ofLists.includes(name) ? 'list' : name
}

function saidOf({ name, why }: PassedOver, t: Translate): string {
  return t(`staff.queue.passedOver.${why === 'several' ? why : fieldOf(name)}`)
}

/** Of months also that what was in some of them is chosen, and no month is. */
function monthProblems({ from, until, of }: TypedMonths, { thisMonth = '' }: KnownWords, t: Translate) {
  const isOfNone = of !== undefined && from === '' && until === ''
  return [
    ...problemsOfMonths(from, until, thisMonth).map(
      ({ field, code }) => [field, t(`behind.problem.${code}`)] as const,
    ),
    ...(isOfNone ? [['from', t(`behind.problem.of-none.${of}`)] as const] : []),
  ]
}
