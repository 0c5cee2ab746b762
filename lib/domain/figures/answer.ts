import type { By, CountedForce, Dimension, Measure } from './measures'
import { dimensionsOf, pairName, pairsOf } from './measures'
import type { Filter, Question } from './question'
import type { PublishedRow } from './rows'
import { monthsBetween, monthsOfYear, yearOf } from './statistics-year'
import type { ToldFigures } from './told-figures'
import { valuesOf } from './values'

/**
 * Why a count is not shown. `not-divided`: this measure is not told by a value that is asked for; `too-fine`: three values at once, or two that there is no table of; `needs-whole-years`: two values are told of
 * whole statistics years alone; `not-yet`: a month is not released, or waits for the next; `before-figures`: there are none of so long ago;
 * `part-of-period`: the months begin or end within a period; `few`: somebody might be recognised.
 */
export type WhyHidden =
  'few' | 'part-of-period' | 'needs-whole-years' | 'not-divided' | 'too-fine' | 'not-yet' | 'before-figures'

/** `atLeast`: what is told of parts of it, which anybody can add up. */
export type Answer =
  | { readonly shown: true; readonly count: number }
  | { readonly shown: false; readonly why: WhyHidden; readonly atLeast: number }

const none = (why: WhyHidden): Answer => ({ shown: false, why, atLeast: 0 })

/** Answers a question by adding up what is told, or says why not: the one way to a figure about all cases. */
export function answer(question: Question, measure: Measure, told: ToldFigures, force: CountedForce): Answer {
  const known = dimensionsOf(measure, force)
  if (!question.filters.every(({ dimension }) => known.includes(dimension))) return none('not-divided')
  const target = targetOf(question.filters, measure, force)
  if (target === null) return none('too-fine')
  const years = yearsOf(question, told)
  if (target.isPair && years.some(({ isWhole }) => !isWhole)) return none('needs-whole-years')
  return together(years.map((year) => answerYear(year, target, measure, told)))
}

/** The same for each value of one more dimension, which counts as a filter. Of one that is asked for already, its value alone. */
export function breakdown(
  question: Question,
  dimension: Dimension,
  measure: Measure,
  told: ToldFigures,
  force: CountedForce,
): readonly { readonly value: string; readonly answer: Answer }[] {
  const others = question.filters.filter((filter) => filter.dimension !== dimension)
  const asked = question.filters.find((filter) => filter.dimension === dimension)
  const values =
    asked === undefined ? valuesOf(dimension, force, told.values(measure, dimension)) : [asked.value]
  return values.map((value) => ({
    value,
    answer: answer({ ...question, filters: [...others, { dimension, value }] }, measure, told, force),
  }))
}

/** The same for each period that touches the months, in their order: those of two values at once are whole years. */
export function trend(
  question: Question,
  measure: Measure,
  told: ToldFigures,
  force: CountedForce,
): readonly { readonly first: string; readonly last: string; readonly answer: Answer }[] {
  const isPair = targetOf(question.filters, measure, force)?.isPair === true
  return yearsOf(question, told).flatMap(({ year, months }) => {
    const whole = monthsOfYear(year, told.rules)
    const spans = isPair
      ? [{ first: whole[0] ?? '', last: whole[11] ?? '' }]
      : told
          .periods(measure, year)
          .filter(({ first, last }) => months.some((each) => first <= each && each <= last))
    return spans.map(({ first, last }) => {
      const found = answer({ ...question, from: first, to: last }, measure, told, force)
      // Of part of a year that is not over it is not the months that are missing.
      const isCut = isPair && months.length < whole.length && !found.shown && found.why === 'not-yet'
      const [asked = first] = months
      return isCut
        ? { first: asked, last: months.at(-1) ?? asked, answer: none('needs-whole-years') }
        : { first, last, answer: found }
    })
  })
}

interface Target {
  readonly by: By
  readonly a: string
  readonly b: string
  readonly isPair: boolean
}

/** The table and the cell of it that some values are told in; null where there is none. */
function targetOf(filters: readonly Filter[], measure: Measure, force: CountedForce): Target | null {
  const order = dimensionsOf(measure, force)
  if (filters.some(({ dimension }) => !order.includes(dimension))) return null
  const [one, other, ...more] = [...filters].sort(
    (a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension),
  )
  if (one === undefined) return { by: 'all', a: '', b: '', isPair: false }
  if (other === undefined) return { by: one.dimension, a: one.value, b: '', isPair: false }
  const by = pairName([one.dimension, other.dimension])
  const isKnown = more.length === 0 && pairsOf(measure, force).some((pair) => pairName(pair) === by)
  return isKnown ? { by, a: one.value, b: other.value, isPair: true } : null
}

interface AskedYear {
  readonly year: number
  readonly months: readonly string[]
  readonly isWhole: boolean
}

function yearsOf({ from, to }: Question, { rules }: ToldFigures): readonly AskedYear[] {
  const months = monthsBetween(from, to)
  return [...new Set(months.map((month) => yearOf(month, rules)))].map((year) => {
    const within = months.filter((month) => yearOf(month, rules) === year)
    return { year, months: within, isWhole: within.length === 12 }
  })
}

function answerYear(asked: AskedYear, target: Target, measure: Measure, told: ToldFigures): Answer {
  const { by, a, b, isPair } = target
  const all = asked.isWhole ? told.whole(measure, asked.year, 'all', '', '') : null
  if (!told.isCounted(measure, asked.year, by)) {
    const isTold = isPair ? all !== null : told.periods(measure, asked.year).length > 0
    if (isTold) return none(isPair ? 'few' : 'before-figures')
  }
  if (all !== null && all.count !== null) {
    const row = told.whole(measure, asked.year, by, a, b)
    // A value without a row occurred in none of the year.
    if (row === null) return { shown: true, count: 0 }
    if (row.count !== null) return { shown: true, count: row.count }
  }
  if (!isPair) return answerPeriods(asked, target, measure, told)
  return none(all === null ? whyUntold(asked.months, measure, told) : 'few')
}

function answerPeriods(asked: AskedYear, { by, a }: Target, measure: Measure, told: ToldFigures): Answer {
  const touched = told
    .periods(measure, asked.year)
    .filter(({ first, last }) => asked.months.some((month) => first <= month && month <= last))
  const covered = new Set(touched.flatMap(({ first, last }) => monthsBetween(first, last)))
  const untold = asked.months.filter((month) => !covered.has(month))
  return together([
    ...(untold.length > 0 ? [none(whyUntold(untold, measure, told))] : []),
    ...touched.map((period) => answerPeriod(period, asked.months, told.inPeriod(period, by, a))),
  ])
}

function answerPeriod(
  { first, last }: PublishedRow,
  months: readonly string[],
  count: number | null,
): Answer {
  const isInside = months.includes(first) && months.includes(last)
  // Nothing in all of it is nothing in each part of it.
  if (count === 0) return { shown: true, count }
  if (!isInside) return none('part-of-period')
  return count === null ? none('few') : { shown: true, count }
}

function whyUntold(months: readonly string[], measure: Measure, told: ToldFigures): WhyHidden {
  const begin = told.begin
  return begin !== null && months.some((month) => month < begin) ? 'before-figures' : 'not-yet'
}

/** What is the matter with most of an answer comes first. */
const order: readonly WhyHidden[] = ['before-figures', 'not-yet', 'part-of-period', 'few']

/** What several answers come to. */
export function together(parts: readonly Answer[]): Answer {
  const count = parts.reduce((sum, part) => sum + (part.shown ? part.count : part.atLeast), 0)
  const whys = parts.flatMap((part) => (part.shown ? [] : [part.why]))
  const why = order.find((each) => whys.includes(each)) ?? whys[0]
  return why === undefined ? { shown: true, count } : { shown: false, why, atLeast: count }
}
