import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths } from '@/lib/domain/figures/statistics-year'
import { translator } from '@/lib/i18n/translate'
import { yearRows } from './year-rows'

const speech = { language: 'en-GB', t: translator('en') }
const told = (count: number) => ({ shown: true, count }) as const

/** Periods one after the other, each of so many months, but that none goes over the end of a year. */
function periodsOf(from: string, lengths: readonly number[], yearBegins: number) {
  let first = from
  return lengths.map((asked, count) => {
    const untilEnd = 12 - ((Number(first.slice(5)) - yearBegins + 12) % 12)
    const length = Math.min(asked, untilEnd)
    const key = [first, addMonths(first, length - 1)]
    first = addMonths(first, length)
    return { key, answer: told(count), before: told(0) }
  })
}

it('each period stands once, in its months, and each year has twelve', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 23 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }),
      (yearBegins, late, lengths) => {
        const cells = periodsOf(addMonths('2021-01', late), lengths, yearBegins)
        const rows = yearRows({ cells }, { speech, yearBegins })
        for (const row of rows)
          expect(
            row.cells.reduce((sum, cell) => sum + (cell?.months ?? 1), 0),
            row.label,
          ).toBe(12)
        const placed = rows.flatMap((row) => row.cells.filter((cell) => cell !== null))
        expect(placed.map(({ value }) => value)).toEqual(cells.map((_, count) => count))
        for (const { key, cells: inRow } of rows) {
          let month = `${key}-${String(yearBegins).padStart(2, '0')}`
          for (const cell of inRow) {
            if (cell !== null) expect(cell.key).toBe(month)
            month = addMonths(month, cell?.months ?? 1)
          }
        }
      },
    ),
  )
})

it('years are called as they are written, and what is hidden has no number', () => {
  const hidden = { shown: false, why: 'few', atLeast: 3 } as const
  const cells = [{ key: ['2025-03', '2025-03'], answer: hidden, before: hidden }]
  const [fiscal] = yearRows({ cells }, { speech, yearBegins: 4 })
  expect(fiscal?.label).toBe('2024/25')
  expect(fiscal?.cells.at(-1)).toMatchObject({ label: 'March 2025', short: 'Mar', value: null })
  expect(yearRows({ cells }, { speech, yearBegins: 1 })[0]?.label).toBe('2025')
})
