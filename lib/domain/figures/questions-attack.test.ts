import { beforeAll, describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { chance } from '@/scripts/testing/figures/chance'
import { realisticCases, talliesOfCases } from '@/scripts/testing/figures/realistic-years'
import type { ReceivedCase } from '@/scripts/testing/figures/realistic-years'
import { Span } from '@/scripts/testing/figures/span'
import { answer } from './answer'
import { dimensionsOf, pairName, pairsOf } from './measures'
import type { Dimension } from './measures'
import type { Filter, Question } from './question'
import { release } from './release'
import type { PublishedRow, Tally } from './rows'
import { shapeOf } from './shape'
import { addMonths, monthsOfYear } from './statistics-year'
import { toldFigures } from './told-figures'
import { valuesOf } from './values'

const { minimum, yearBegins } = hertfordshire.statistics
const shape = shapeOf('received', hertfordshire)
const dimensions = dimensionsOf('received', hertfordshire)
const years = [2024, 2025, 2026]
const asked = 10_000

let cases: readonly ReceivedCase[] = []
let rows: readonly PublishedRow[] = []
const shown: { question: Question; count: number }[] = []

beforeAll(() => {
  cases = years.flatMap((year) =>
    realisticCases(monthsOfYear(year, { yearBegins }), 133, hertfordshire, year),
  )
  let before: readonly Tally[] = []
  rows = years.flatMap((year) => {
    const months = monthsOfYear(year, { yearBegins })
    const tallies = talliesOfCases(
      cases.filter(({ month }) => months.includes(month)),
      hertfordshire,
    )
    const told = release(shape, { year, months, released: 12, untold: 0, tallies, before, minimum })
    before = tallies
    return told
  })
  const told = toldFigures(rows, { yearBegins })
  const unlike = new Set<string>()
  for (const question of randomQuestions(asked)) {
    const found = answer(question, 'received', told, hertfordshire)
    const key = JSON.stringify(question)
    if (!found.shown || unlike.has(key)) continue
    unlike.add(key)
    shown.push({ question, count: found.count })
  }
})

/** Whole years and other spans, no filter to three, by values that people ask for and by some that hardly occur. */
function randomQuestions(many: number): readonly Question[] {
  const random = chance(8)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <T>(list: readonly T[]) => list[below(list.length)] as T
  return Array.from({ length: many }, () => {
    const isWhole = random() < 0.4
    const [from, until] = [below(3), below(3)].sort() as [number, number]
    const start = addMonths('2024-04', isWhole ? from * 12 : below(36))
    const end = isWhole ? addMonths('2025-03', until * 12) : addMonths(start, below(14))
    const filters = new Map<Dimension, Filter>()
    for (let left = below(4); left > 0; left -= 1) {
      const dimension = one(dimensions)
      filters.set(dimension, { dimension, value: one(valuesOf(dimension, hertfordshire)) })
    }
    const sorted = [...filters.values()].sort(
      (a, b) => dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension),
    )
    return { from: start, to: end < '2027-03' ? end : '2027-03', filters: sorted }
  })
}

const isAsked = ({ from, to, filters }: Question, one: ReceivedCase) =>
  from <= one.month && one.month <= to && filters.every(({ dimension, value }) => one[dimension] === value)

const isSmall = (count: number) => count > 0 && count < minimum

describe(`what is shown of ${asked} random questions`, () => {
  it('is the plain count, and a good part of them', () => {
    for (const { question, count } of shown) {
      expect([question, count]).toEqual([question, cases.filter((one) => isAsked(question, one)).length])
    }
    const withFilters = (many: number) =>
      shown.filter(({ question }) => question.filters.length === many).length
    // Hiding everything would be no way to pass.
    expect(shown.length).toBeGreaterThan(1800)
    expect([withFilters(0) > 300, withFilters(1) > 1200, withFilters(2) > 250]).toEqual([true, true, true])
  })

  it('gives away no small count by subtracting one from another that it lies in', () => {
    const within = (one: Question, other: Question) =>
      other.from <= one.from &&
      one.to <= other.to &&
      other.filters.every(({ dimension, value }) =>
        one.filters.some((filter) => filter.dimension === dimension && filter.value === value),
      )
    const recovered = shown.flatMap(({ question, count }) => [
      ...(isSmall(count) ? [[question]] : []),
      ...shown
        .filter((other) => isSmall(other.count - count) && within(question, other.question))
        .map((other) => [other.question, question]),
    ])
    expect(recovered, '0 recovered').toHaveLength(0)
  })
})

describe('everything that is told, and so every question there is', () => {
  it.each(years)('gives away no small count of any span and value in %i by elimination', (year) => {
    const months = monthsOfYear(year, { yearBegins })
    const recovered = dimensions.flatMap((dimension) => {
      const values = valuesOf(dimension, hertfordshire)
      const cells = months.flatMap((month) => values.map((value) => ({ month, value })))
      const vector = (first: string, last: string, value: string | null) =>
        cells.map((cell) =>
          first <= cell.month && cell.month <= last && (value ?? cell.value) === cell.value ? 1 : 0,
        )
      const known = new Span()
      for (const row of rows) {
        if (row.year !== year || row.count === null) continue
        if (row.by === 'all') known.add(vector(row.first, row.last, null))
        if (row.by === dimension) known.add(vector(row.first, row.last, row.a))
      }
      return months.flatMap((from, at) =>
        months.slice(at).flatMap((to) =>
          values
            .map((value): Question => ({ from, to, filters: [{ dimension, value }] }))
            .filter((question) => isSmall(cases.filter((one) => isAsked(question, one)).length))
            .filter(({ filters }) => known.has(vector(from, to, filters[0]?.value ?? null))),
        ),
      )
    })
    expect(recovered, '0 recovered').toHaveLength(0)
  })

  it.each(years)('gives away no small count of any pair in %i by elimination', (year) => {
    const [from = '', to = ''] = [
      monthsOfYear(year, { yearBegins })[0],
      monthsOfYear(year, { yearBegins })[11],
    ]
    const recovered = pairsOf('received', hertfordshire).flatMap((pair) => {
      const [one, other] = pair
      const cells = valuesOf(one, hertfordshire).flatMap((a) =>
        valuesOf(other, hertfordshire).map((b) => ({ a, b })),
      )
      const known = new Span()
      for (const row of rows) {
        if (row.year !== year || !row.whole || row.count === null) continue
        const is = {
          all: () => true,
          [one]: (cell: { a: string }) => cell.a === row.a,
          [other]: (cell: { b: string }) => cell.b === row.a,
          [pairName(pair)]: (cell: { a: string; b: string }) => cell.a === row.a && cell.b === row.b,
        }[row.by]
        if (is !== undefined) known.add(cells.map((cell) => (is(cell) ? 1 : 0)))
      }
      return cells.filter(({ a, b }) => {
        const filters = [
          { dimension: one, value: a },
          { dimension: other, value: b },
        ]
        const count = cases.filter((each) => isAsked({ from, to, filters }, each)).length
        return isSmall(count) && known.has(cells.map((cell) => (cell.a === a && cell.b === b ? 1 : 0)))
      })
    })
    expect(recovered, '0 recovered').toHaveLength(0)
  })
})
