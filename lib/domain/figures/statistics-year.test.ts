import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import {
  addMonths,
  monthOf,
  monthsBetween,
  monthsOfYear,
  readMonth,
  releaseDayOf,
  releasedMonths,
  yearOf,
} from './statistics-year'

const april = { yearBegins: 4 }
const settles = { settleDays: 5 }

describe('the statistics year', () => {
  it.each([
    ['2026-03', 2025],
    ['2026-04', 2026],
    ['2026-12', 2026],
    ['2027-03', 2026],
  ])('%s is in %i', (month, year) => {
    expect(yearOf(month, april)).toBe(year)
  })

  it('has twelve months, each of which is in it, whichever it begins with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        (year, yearBegins) => {
          const months = monthsOfYear(year, { yearBegins })
          expect(months).toHaveLength(12)
          expect(months[0]).toBe(`${String(year)}-${String(yearBegins).padStart(2, '0')}`)
          expect(months.map((month) => yearOf(month, { yearBegins }))).toEqual(Array<number>(12).fill(year))
          expect(yearOf(addMonths(months[11] ?? '', 1), { yearBegins })).toBe(year + 1)
        },
      ),
    )
  })

  it('knows months over the turn of a year', () => {
    expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(monthsBetween('2026-11', '2026-10')).toEqual([])
    expect(addMonths('2026-01', -1)).toBe('2025-12')
  })

  it('reads a month and nothing else', () => {
    expect(readMonth(' 2026-04 ')).toBe('2026-04')
    for (const typed of ['', '2026', '2026-4', '2026-00', '2026-13', '26-04', '2026-04-01', 'April']) {
      expect(readMonth(typed)).toBeNull()
    }
  })

  it('goes by the force’s clocks', () => {
    expect(monthOf(new Date('2026-06-30T22:59:59Z'), hertfordshire)).toBe('2026-06')
    expect(monthOf(new Date('2026-06-30T23:00:00Z'), hertfordshire)).toBe('2026-07')
    expect(monthOf(new Date('2026-12-31T23:59:59Z'), hertfordshire)).toBe('2026-12')
  })

  it('tells a month once its days to settle have passed', () => {
    expect(releaseDayOf('2026-04', settles)).toBe('2026-05-06')
    expect(releaseDayOf('2026-12', { settleDays: 0 })).toBe('2027-01-01')
    expect(releasedMonths('2026-03', '2026-05-05', settles)).toEqual(['2026-03'])
    expect(releasedMonths('2026-03', '2026-05-06', settles)).toEqual(['2026-03', '2026-04'])
    expect(releasedMonths('2026-06', '2026-05-06', settles)).toEqual([])
    expect(releasedMonths('2026-01', '2026-05-06', { settleDays: 40 })).toEqual(['2026-01', '2026-02'])
  })
})
