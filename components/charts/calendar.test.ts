import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calendarOf } from './calendar'

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
    band: index % 4,
  }))

it('a year from April has twelve months and every day once in its months and in its weeks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
      const days = daysFrom(`${year}-04-01`, year % 4 === 3 && year % 100 !== 99 ? 366 : 365)
      const { months, weeks } = calendarOf(days, 'en-GB')
      expect(months).toHaveLength(12)
      expect(months.flatMap((month) => month.days.map(({ day }) => day.day))).toEqual(
        days.map(({ day }) => day),
      )
      expect(weeks.flatMap((week) => week.days.filter((day) => day !== undefined))).toEqual(days)
    }),
    { numRuns: 20 },
  )
})

it('a day stands below its weekday, and no two in one place', () => {
  const { months, weekdays } = calendarOf(daysFrom('2026-04-01', 365), 'en-GB')
  expect(weekdays.map(({ short }) => short)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
  for (const { days, rows } of months) {
    expect(new Set(days.map(({ row, column }) => `${row} ${column}`)).size).toBe(days.length)
    for (const { day, row, column } of days) {
      expect((new Date(day.day).getUTCDay() + 6) % 7).toBe(column)
      expect(row).toBeLessThan(rows)
    }
  }
})

it('names months and weeks in the language of the page', () => {
  const { months, weeks } = calendarOf(daysFrom('2026-04-01', 3), 'cy-GB')
  expect(months[0]?.label).toBe('Ebrill 2026')
  expect(weeks[0]?.label).toMatch(/^30 Maw/u)
  expect(weeks[0]?.days.slice(0, 2)).toEqual([undefined, undefined])
})

it('no days are no months', () => {
  expect(calendarOf([], 'en-GB')).toMatchObject({ months: [], weeks: [] })
})
