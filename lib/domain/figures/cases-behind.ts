import { readFilters, writeFilters } from '../queue-filters'
import type { KnownWords } from '../queue-filters'
import type { Answer } from './answer'
import type { Measure } from './measures'
import type { Filter, Question } from './question'

/**
 * The query of the queue for the cases behind a number, where it is told and there are any; null where the queue has no list of exactly those.
 * What is not told leads nowhere (decision 0058).
 */
export function casesBehind(
  question: Question,
  measure: Measure,
  answer: Answer,
  known: KnownWords,
): string | null {
  if (!answer.shown || answer.count === 0) return null
  // Months are of when cases came, where nothing else is said.
  const of = measure === 'received' ? [] : ([['of', measure]] as const)
  const asked = [
    ...of,
    ...([['from', question.from] as const, ['until', question.to] as const] as const),
    ...question.filters.map(asWord),
  ]
  const filters = readFilters(Object.fromEntries(asked), known)
  // Whatever the queue passes over, or can be narrowed to once only, would be a list of something else.
  return Object.keys(filters).length === asked.length + 1 ? writeFilters(filters) : null
}

/** A value of a figure as the queue is narrowed by it. Of what is no strand there is no list, so that nothing is read from it. */
function asWord({ dimension, value }: Filter): readonly [string, string] {
  if (!dimension.startsWith('strand:')) return [dimension, value]
  return [value === 'yes' ? 'strand' : 'without', dimension.slice('strand:'.length)]
}
