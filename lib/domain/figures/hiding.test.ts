import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Span } from '@/scripts/testing/figures/span'
import { hideInPair } from './hide-in-pair'
import { hideInPeriods } from './hide-in-periods'
import { hideInTotals } from './hide-in-totals'
import { knownSmall } from './known-small'
import { isSafeStair } from './stair'
import { widen } from './widen'

const minimum = 5
const rule = { minimum, sizes: new Map<string, number>() }
const countsOf = (row: Readonly<Record<string, number>>) =>
  new Map(Object.entries(row).filter(([, count]) => count > 0))
const periodOf = (row: Readonly<Record<string, number>>) => ({
  total: Object.values(row).reduce((sum, count) => sum + count, 0),
  short: false,
  counts: countsOf(row),
})
const names = (sets: readonly ReadonlySet<string>[]) => sets.map((set) => [...set].sort().join(''))

describe('what is hidden with what must be', () => {
  it.each<[string, Record<string, number>, string]>([
    ['', { a: 9, b: 9 }, ''],
    ['a', { a: 3, b: 9, c: 7 }, 'ac'],
    ['ab', { a: 3, b: 2, c: 7 }, 'ab'],
    ['ab', { a: 3, b: 1, c: 7 }, 'abc'],
    // None is not enough: it would be told of each.
    ['ab', { a: 0, b: 0, c: 7, d: 8 }, 'abc'],
    ['a', { a: 9, b: 6, c: 7 }, 'ab'],
    ['a', { a: 9 }, 'a'],
  ])('%s of %j: %s', (must, row, expected) => {
    expect(names([widen(new Set(must), countsOf(row), rule)])).toEqual([expected])
  })
})

it('goes by the year before, so that what is hidden along says nothing of how many there are', () => {
  const sizes = new Map([
    ['b', 20],
    ['c', 90],
  ])
  const row = countsOf({ a: 4, b: 30, c: 5 })
  expect(names([widen(new Set('a'), row, { minimum, sizes })])).toEqual(['ab'])
  expect(names([widen(new Set('a'), row, rule)])).toEqual(['ac'])
})

describe('what is hidden of a year', () => {
  const hide = (rows: readonly Record<string, number>[], beforehand = '') =>
    hideInPeriods(rows.map(periodOf), new Set(beforehand), rule)

  it('stays hidden, and takes the smallest other with it', () => {
    const { hidden, late } = hide([
      { a: 9, b: 8, c: 7 },
      { a: 9, b: 8, c: 4 },
      { a: 9, b: 8, c: 7 },
    ])
    expect(names(hidden)).toEqual(['', 'bc', 'bc'])
    expect(late.size).toBe(0)
  })

  it('is none after it occurred, and not none before', () => {
    const { hidden, late } = hide([
      { a: 9, b: 8, c: 7, d: 0 },
      { a: 9, b: 8, c: 0, d: 0 },
    ])
    expect(names(hidden)).toEqual(['', 'bc'])
    expect(late.size).toBe(0)
  })

  it('is what comes up late, however many', () => {
    const { hidden, late } = hide([
      { a: 9, b: 8, c: 0 },
      { a: 9, b: 8, c: 50 },
    ])
    expect(names(hidden)).toEqual(['', 'bc'])
    expect([...late]).toEqual(['c'])
  })

  it('is what was known to be small, and nothing by a period without a case', () => {
    expect(names(hide([{ a: 0 }, { a: 9, b: 8, c: 7 }], 'c').hidden)).toEqual(['', 'bc'])
  })

  it('is known to be small by the year before, from when there were figures', () => {
    const before = [{ a: 0 }, { a: 9, b: 8, c: 4 }, { a: 9, b: 8, c: 9 }].map(periodOf)
    expect([...knownSmall(before, minimum)]).toEqual(['c'])
    expect([...knownSmall([periodOf({ a: 9 }), periodOf({ a: 9, b: 8 })], minimum)]).toEqual(['b'])
    expect(knownSmall([], minimum).size).toBe(0)
  })
})

describe('a stair', () => {
  it.each<[string, readonly [number, readonly number[]][], boolean]>([
    [
      'of one step',
      [
        [0, [3, 3]],
        [0, [4, 4]],
      ],
      true,
    ],
    [
      'with a column that is too small',
      [
        [0, [9, 9]],
        [0, [2, 2]],
      ],
      false,
    ],
    [
      'of two, with enough from the second on',
      [
        [0, [9, 5]],
        [1, [0, 7]],
      ],
      true,
    ],
    [
      'of two, with too little from the second on',
      [
        [0, [9, 4]],
        [1, [0, 7]],
      ],
      false,
    ],
  ])('%s', (_, columns, isSafe) => {
    const stair = columns.map(([start, inPeriod]) => ({ start, inPeriod }))
    expect(isSafeStair(stair, minimum)).toBe(isSafe)
  })
})

const rowsOfYear = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }), fc.constantFrom(2, 6, 12, 30))
  .chain(([many, width, most]) =>
    fc.array(
      fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(most) }), {
        minLength: width,
        maxLength: width,
      }),
      { minLength: many, maxLength: many },
    ),
  )

function subsets(size: number): readonly (readonly boolean[])[] {
  return Array.from({ length: 2 ** size - 1 }, (_, at) =>
    Array.from({ length: size }, (__, bit) => Math.floor((at + 1) / 2 ** bit) % 2 === 1),
  )
}

/** Every set of rows by a set of columns that is small and in the span of what is known. */
function recovered(table: readonly (readonly number[])[], known: Span): number {
  const width = table[0]?.length ?? 0
  return subsets(table.length)
    .flatMap((rows) =>
      subsets(width).map((columns) =>
        table.map((line, r) => line.map((_, c) => rows[r] === true && columns[c] === true)),
      ),
    )
    .filter((set) => {
      const count = table.flat().reduce((sum, each, at) => sum + (set.flat()[at] === true ? each : 0), 0)
      return count > 0 && count < minimum && known.has(set.flat().map(Number))
    }).length
}

const cells = (table: readonly (readonly number[])[], within: (r: number, c: number) => boolean) =>
  table.flatMap((line, r) => line.map((_, c) => (within(r, c) ? 1 : 0)))

describe('one table', () => {
  it('by period, with the totals of its year, gives away nothing small', () => {
    let totalsTold = 0
    fc.assert(
      fc.property(rowsOfYear, fc.nat(2), (all, beforehand) => {
        const table = all.filter((line) => line.reduce((sum, count) => sum + count, 0) >= minimum)
        const periods = table.map((line) =>
          periodOf(Object.fromEntries(line.map((count, c) => [`v${c}`, count]))),
        )
        const hiding = hideInPeriods(periods, new Set(['v0', 'v1'].slice(0, beforehand)), rule)
        const { totals, apart } = hideInTotals(periods, hiding, rule)
        const known = new Span()
        for (const [at, hidden] of hiding.hidden.entries()) {
          known.add(cells(table, (r) => r === at))
          table[at]?.forEach((_, value) => {
            if (!hidden.has(`v${value}`)) known.add(cells(table, (r, c) => r === at && c === value))
          })
        }
        for (const value of totals.keys()) {
          if (apart.has(value)) continue
          totalsTold += 1
          known.add(cells(table, (_, c) => `v${c}` === value))
        }
        expect(recovered(table, known)).toBe(0)
      }),
      { numRuns: 600 },
    )
    expect(totalsTold).toBeGreaterThan(600)
  })

  it('of pairs, with the sums of its lines, gives away nothing small', () => {
    let shown = 0
    const enough = (line: readonly number[]) => line.reduce((sum, count) => sum + count, 0) >= minimum
    fc.assert(
      fc.property(
        rowsOfYear.filter(
          (table) =>
            table.every(enough) &&
            (table[0] ?? []).every((_, c) => enough(table.map((line) => line[c] ?? 0))),
        ),
        (table) => {
          const { rows, columns } = hideInPair(table, minimum)
          const known = new Span()
          table.forEach((_, at) => known.add(cells(table, (r) => r === at)))
          table[0]?.forEach((_, at) => known.add(cells(table, (__, c) => c === at)))
          table.forEach((line, row) =>
            line.forEach((count, column) => {
              if (rows.has(row) && columns.has(column)) return
              expect(count).toBeGreaterThanOrEqual(minimum)
              shown += 1
              known.add(cells(table, (r, c) => r === row && c === column))
            }),
          )
          expect(recovered(table, known)).toBe(0)
        },
      ),
      { numRuns: 600 },
    )
    expect(shown).toBeGreaterThan(600)
  })

  it('of pairs hides no more than it has to', () => {
    const { rows, columns } = hideInPair(
      [
        [9, 9, 9, 9],
        [9, 9, 3, 9],
        [9, 9, 9, 0],
      ],
      minimum,
    )
    expect([[...rows], [...columns]]).toEqual([
      [1, 2],
      [2, 3],
    ])
    expect(
      hideInPair(
        [
          [9, 9],
          [9, 9],
        ],
        minimum,
      ),
    ).toEqual({ rows: new Set(), columns: new Set() })
  })
})
