import { answer, breakdown, trend } from './answer'
import type { Answer } from './answer'
import { pairName, strandDimensions } from './measures'
import type { By, CountedForce, Dimension, Measure } from './measures'
import type { Filter, Question } from './question'
import { aYearBefore, justBefore, monthsOf } from './question-months'
import type { Months } from './question-months'
import { restOf } from './rest-of'
import { addMonths, monthsOfYear, yearOf } from './statistics-year'
import type { ToldFigures } from './told-figures'

/** What a page of figures asks, in its order. Each is a table, and what is drawn, printed and given as a file is made of its cells alone. */
const plans = {
  /** How many came, period by period. */
  trend: { measure: 'received', by: 'period' },
  district: { measure: 'received', by: 'district' },
  strands: { measure: 'received', by: 'strands' },
  channel: { measure: 'received', by: 'channel' },
  week: { measure: 'received', by: ['weekday', 'daypart'] },
  promises: { measure: 'promised', by: 'outcome' },
  time: { measure: 'contacted', by: 'band' },
  repeat: { measure: 'received', by: 'repeat' },
  answers: { measure: 'answered', by: 'answer' },
  endings: { measure: 'closed', by: ['channel', 'disposition'] },
} as const satisfies Record<string, Plan>

interface Plan {
  readonly measure: Measure
  readonly by: 'period' | 'strands' | Dimension | readonly [Dimension, Dimension]
}

export type FigureTableId = keyof typeof plans
export const figureTables = Object.keys(plans) as readonly FigureTableId[]

/** A cell: what it is of (the first and last month of a period, a value, or two), how many, and how many in the same months a year before. */
export interface FigureCell {
  readonly key: readonly string[]
  readonly answer: Answer
  readonly before: Answer
}

export interface FigureTable {
  readonly id: FigureTableId
  readonly measure: Measure
  /** The months it is of, where those that were asked are no whole years and two things at once are told of nothing else. */
  readonly instead?: Months
  /** How many months it is of. */
  readonly months: number
  /** All of the measure in these months, by the same filters. */
  readonly total: Answer
  readonly totalBefore: Answer
  /** All of it in as many months just before these; null where those are the same months a year before. */
  readonly totalEarlier: Answer | null
  /** What the values that are not shown are together, where what is shown says that. */
  readonly rest?: number
  readonly cells: readonly FigureCell[]
}

/** The table of this name that answers a question. */
export function figureTable(
  id: FigureTableId,
  asIs: Question,
  told: ToldFigures,
  force: CountedForce,
): FigureTable {
  const { measure } = plans[id]
  const instead = wholeYearFor(id, asIs, told, force)
  const question = { ...asIs, ...instead }
  const asked = (of: Question) => answer(of, measure, told, force)
  const cells = cellsOf(id, question, told, force)
  const before = new Map(
    cellsOf(id, aYearBefore(question), told, force).map((cell) => [keyOf(id, cell, 12), cell]),
  )
  const none: Answer = { shown: false, why: 'before-figures', atLeast: 0 }
  const total = asked(question)
  const answers = cells.map((cell) => cell.answer)
  const rest = isPartition(id) ? restOf(total, answers, force.statistics) : null
  return {
    ...{ id, measure },
    ...(instead === null ? {} : { instead }),
    months: monthsOf(question),
    total,
    ...(rest === null ? {} : { rest }),
    totalBefore: asked(aYearBefore(question)),
    totalEarlier: monthsOf(question) === 12 ? null : asked(justBefore(question)),
    cells: cells.map((cell) => ({ ...cell, before: before.get(keyOf(id, cell, 0))?.answer ?? none })),
  }
}

/** Whether its values are parts of one whole: strands overlap, and months are told by themselves. */
function isPartition(id: FigureTableId): boolean {
  const { by } = plans[id]
  return by !== 'period' && by !== 'strands'
}

/** What rows a table of these filters is answered from, besides totals. */
export function rowsFor(id: FigureTableId, filters: readonly Filter[], force: CountedForce): readonly By[] {
  const { by } = plans[id]
  const among: readonly Dimension[] =
    by === 'period' ? [] : by === 'strands' ? strandDimensions(force) : typeof by === 'string' ? [by] : by
  const asked = filters.map(({ dimension }) => dimension)
  const all = [...new Set([...among, ...asked])]
  const pairs = all.flatMap((one) => all.map((other) => pairName([one, other])))
  return ['all', ...all, ...pairs]
}

export function measureOf(id: FigureTableId): Measure {
  return plans[id].measure
}

/** The question that a cell of a table answers by itself. */
export function questionOf(id: FigureTableId, key: readonly string[], question: Question): Question {
  const { by } = plans[id]
  const [first = '', last = first] = key
  if (by === 'period') return { ...question, from: first, to: last }
  if (by === 'strands') return withFilter(question, { dimension: `strand:${first}`, value: 'yes' })
  const dimensions: readonly Dimension[] = typeof by === 'string' ? [by] : by
  return dimensions.reduce(
    (asked, dimension, at) => withFilter(asked, { dimension, value: key[at] ?? '' }),
    question,
  )
}

type Cell = Pick<FigureCell, 'key' | 'answer'>

function cellsOf(
  id: FigureTableId,
  question: Question,
  told: ToldFigures,
  force: CountedForce,
): readonly Cell[] {
  const { measure, by } = plans[id]
  if (by === 'period')
    return trend(question, measure, told, force).map(({ first, last, answer: found }) => ({
      ...{ key: [first, last], answer: found },
    }))
  if (by === 'strands')
    return strandsAmong(question, force).map((dimension) => ({
      key: [dimension.slice('strand:'.length)],
      answer: answer(withFilter(question, { dimension, value: 'yes' }), measure, told, force),
    }))
  const values = (of: Question, dimension: Dimension) => breakdown(of, dimension, measure, told, force)
  if (typeof by === 'string')
    return values(question, by).map((one) => ({ key: [one.value], answer: one.answer }))
  const [rows, columns] = by
  return values(question, rows).flatMap(({ value }) =>
    values(withFilter(question, { dimension: rows, value }), columns).map((one) => ({
      ...{ key: [value, one.value], answer: one.answer },
    })),
  )
}

/** The strands that cases of a question can have: not one that they are asked to be without. */
function strandsAmong({ filters }: Question, force: CountedForce): readonly `strand:${string}`[] {
  const without = filters.filter(({ value }) => value === 'no').map(({ dimension }) => dimension)
  return strandDimensions(force).filter((dimension) => !without.includes(dimension))
}

/** A question with one more filter. One that is there of the same dimension gives way to it. */
function withFilter(question: Question, filter: Filter): Question {
  const others = question.filters.filter(({ dimension }) => dimension !== filter.dimension)
  return { ...question, filters: [...others, filter] }
}

/** The last whole year that is told of, up to that in which a question ends, for two things at once of months that are no whole years. */
function wholeYearFor(
  id: FigureTableId,
  question: Question,
  told: ToldFigures,
  force: CountedForce,
): Months | null {
  const { measure, by } = plans[id]
  if (typeof by === 'string') return null
  const isAskedOfYears = cellsOf(id, question, told, force).some(
    ({ answer: found }) => !found.shown && found.why === 'needs-whole-years',
  )
  if (!isAskedOfYears) return null
  const [latest, earliest] = [yearOf(question.to, told.rules), yearOf(question.from, told.rules) - 1]
  for (let year = latest; year >= earliest; year -= 1) {
    if (told.whole(measure, year, 'all', '', '') === null) continue
    const months = monthsOfYear(year, told.rules)
    return { from: months[0] ?? '', to: months[11] ?? '' }
  }
  return null
}

/** Periods are the same when their months are, so many months apart; values are the same when they are called so. */
function keyOf(id: FigureTableId, { key }: Cell, months: number): string {
  return (id === 'trend' ? key.map((month) => addMonths(month, months)) : key).join('|')
}
