import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { bankHolidays } from './bank-holidays'
import { addWorkingDays, instantOf, isWorkingDay, localTime } from './calendar'

const force = { timeZone: 'Europe/London' }
const day = (text: string) => Temporal.PlainDate.from(text)

describe('bankHolidays', () => {
  it.each([
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2029, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2030, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    // Years whose substitutes differ: Christmas on a Sunday, New Year on a Sunday.
    [2033, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
    [2034, '01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26'],
  ])('of %i', (year, expected) => {
    expect([...bankHolidays(year)]).toEqual(expected.split(' ').map((date) => `${String(year)}-${date}`))
  })
})

describe('working days', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-12-25', false],
    ['2026-12-28', false],
    ['2026-12-29', true],
  ])('%s: %s', (date, working) => {
    expect(isWorkingDay(day(date))).toBe(working)
  })

  it.each([
    ['2026-11-18', 0, '2026-11-18'],
    ['2026-11-18', 1, '2026-11-19'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-21', 2, '2026-11-24'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2027-12-24', 2, '2027-12-30'],
  ])('%s and %i make %s', (from, count, to) => {
    expect(addWorkingDays(day(from), count).toString()).toBe(to)
  })
})

describe('local time', () => {
  it.each([
    ['2026-01-15T09:00:00Z', '2026-01-15T09:00'],
    ['2026-07-15T09:00:00Z', '2026-07-15T10:00'],
    ['2026-03-29T00:59:00Z', '2026-03-29T00:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T02:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25T01:30'],
    ['2026-06-30T23:30:00Z', '2026-07-01T00:30'],
  ])('%s is %s', (instant, local) => {
    expect(localTime(new Date(instant), force).toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(
      local,
    )
  })

  it.each([
    ['2026-01-15', '09:00', '2026-01-15T09:00:00.000Z'],
    ['2026-07-15', '09:00', '2026-07-15T08:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
  ])('%s %s is the instant %s', (date, time, instant) => {
    expect(instantOf(day(date), time, force).toISOString()).toBe(instant)
  })
})
