import type { Question } from './question'
import { addMonths, monthsBetween } from './statistics-year'

/** The first and last month. */
export type Months = Pick<Question, 'from' | 'to'>

/** The first month that tables of a question are made from: a whole year may stand for its months, and what that is compared with lies before it. */
export function firstMonthOf(question: Question): string {
  const [years, just] = [addMonths(question.from, -24), justBefore(question).from]
  return years < just ? years : just
}

/** How many months it is of. */
export function monthsOf({ from, to }: Question): number {
  return monthsBetween(from, to).length
}

/** As many months, up to the one before. */
export function justBefore(question: Question): Question {
  const { from, filters } = question
  return { from: addMonths(from, -monthsOf(question)), to: addMonths(from, -1), filters }
}

/** The same months a year before. */
export function aYearBefore({ from, to, filters }: Question): Question {
  return { from: addMonths(from, -12), to: addMonths(to, -12), filters }
}
