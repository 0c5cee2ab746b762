import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { bankHolidays } from './bank-holidays'
import { isWorkingDay, localTime } from './calendar'
import { nextRead, promisedBy, readingSpans } from './promise'
import { risks } from './words'

const hour = 3_600_000
const years = [2026, 2027, 2028, 2029, 2030]
const clockChanges = years.flatMap((year) => [lastSunday(year, 2), lastSunday(year, 9)])
const holidays = years.flatMap((year) => [...bankHolidays(year)]).map((date) => Date.parse(date))

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getTime() - last.getUTCDay() * 24 * hour
}

/** Any moment of the years, and many near holidays and changes of the clocks. */
const moment = fc.oneof(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...holidays, ...clockChanges), fc.integer({ min: -5 * 24 * 60, max: 3 * 24 * 60 }))
    .map(([day, minutes]) => new Date(day + minutes * 60_000)),
)
const risk = fc.constantFrom(...risks)

describe('promisedBy in Hertfordshire', () => {
  it.each([
    ['high', '2026-11-20T18:00:00Z', '2026-11-21T18:00:00.000Z'],
    ['high', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00.000Z'],
    ['medium', '2026-11-18T10:00:00Z', '2026-11-19T20:00:00.000Z'],
    ['medium', '2026-11-18T20:00:00Z', '2026-11-19T20:00:00.000Z'],
    ['medium', '2026-11-18T20:00:01Z', '2026-11-20T20:00:00.000Z'],
    ['medium', '2026-11-20T10:00:00Z', '2026-11-23T20:00:00.000Z'],
    ['low', '2026-11-18T10:00:00Z', '2026-11-20T20:00:00.000Z'],
    ['low', '2026-11-21T10:00:00Z', '2026-11-24T20:00:00.000Z'],
    ['low', '2026-12-24T10:00:00Z', '2026-12-30T20:00:00.000Z'],
    ['low', '2026-03-27T10:00:00Z', '2026-03-31T19:00:00.000Z'],
    ['low', '2026-10-23T10:00:00Z', '2026-10-27T20:00:00.000Z'],
    ['low', '2026-06-30T23:30:00Z', '2026-07-03T19:00:00.000Z'],
  ] as const)('%s, received %s: %s', (level, received, by) => {
    expect(promisedBy(level, new Date(received), hertfordshire).toISOString()).toBe(by)
  })
})

describe.each(Object.values(forces))('promises in $area', (force) => {
  it('come after receipt, in order of risk', () => {
    fc.assert(
      fc.property(moment, (received) => {
        const [high = 0, medium = 0, low = 0] = risks.map((level) =>
          promisedBy(level, received, force).getTime(),
        )
        expect(high).toBeGreaterThan(received.getTime())
        expect(medium).toBeGreaterThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(medium)
      }),
      { numRuns: 2000 },
    )
  })

  it('are never earlier for what was received later', () => {
    fc.assert(
      fc.property(risk, moment, fc.integer({ min: 0, max: 5 * 24 * 60 }), (level, received, minutes) => {
        const later = new Date(received.getTime() + minutes * 60_000)
        const by = promisedBy(level, received, force).getTime()
        expect(promisedBy(level, later, force).getTime()).toBeGreaterThanOrEqual(by)
      }),
      { numRuns: 2000 },
    )
  })

  it('in working days end at closing time on a working day, with as many working days before', () => {
    fc.assert(
      fc.property(risk, moment, (level, received) => {
        const { amount, unit } = force.promises[level]
        fc.pre(unit === 'working-days')
        const by = localTime(promisedBy(level, received, force), force)
        expect(isWorkingDay(by.toPlainDate())).toBe(true)
        expect(by.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(force.readingHours.to)
        let working = 0
        let day = localTime(received, force).toPlainDate()
        while (day.toString() < by.toPlainDate().toString()) {
          day = day.add({ days: 1 })
          if (isWorkingDay(day)) working += 1
        }
        expect([amount, amount + 1]).toContain(working)
      }),
      { numRuns: 1000 },
    )
  })

  it('in hours last exactly so many hours, whatever the clocks do', () => {
    fc.assert(
      fc.property(moment, (received) => {
        const by = promisedBy('high', received, force)
        expect(by.getTime() - received.getTime()).toBe(force.promises.high.amount * hour)
      }),
    )
  })

  it('are read first within reading hours, never before receipt and within a day', () => {
    fc.assert(
      fc.property(moment, (received) => {
        const read = nextRead(received, force)
        const local = localTime(read, force)
        const time = local.toPlainTime().toString().slice(0, 5)
        expect(read.getTime()).toBeGreaterThanOrEqual(received.getTime())
        expect(read.getTime() - received.getTime()).toBeLessThan(25 * hour)
        expect(force.readingHours.days).toContain(local.dayOfWeek)
        expect(time >= force.readingHours.from && time <= force.readingHours.to).toBe(true)
      }),
    )
  })
})

describe('nextRead', () => {
  const weekdays = { ...hertfordshire, readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] } }
  it.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T08:00:00Z', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T17:00:01Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-21T10:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['2026-03-27T18:00:00Z', '2026-03-30T08:00:00.000Z'],
  ])('read on weekdays, what came %s is read from %s', (received, from) => {
    expect(nextRead(new Date(received), weekdays).toISOString()).toBe(from)
  })
})

describe('when somebody reads', () => {
  const told = (from: string, until: string, force = hertfordshire) =>
    readingSpans(new Date(from), new Date(until), force).map(({ from: one, until: other }) => [
      one.toISOString().slice(0, 16),
      other.toISOString().slice(0, 16),
    ])

  it('is each reading day from when one looks until the end', () => {
    expect(told('2026-11-23T11:00Z', '2026-11-24T11:00Z')).toEqual([
      ['2026-11-23T11:00', '2026-11-23T20:00'],
      ['2026-11-24T08:00', '2026-11-24T11:00'],
    ])
    expect(told('2026-11-23T20:00Z', '2026-11-24T08:00Z')).toEqual([])
  })

  it('is by the clocks of the force, on the day they change too, and on no other day', () => {
    expect(told('2026-10-24T20:00Z', '2026-10-25T23:00Z')).toEqual([['2026-10-25T08:00', '2026-10-25T20:00']])
    expect(told('2026-06-20T22:00Z', '2026-06-21T23:00Z')).toEqual([['2026-06-21T07:00', '2026-06-21T19:00']])
    const weekdays = { ...hertfordshire, readingHours: { from: '09:00', to: '17:00', days: [1] } }
    expect(told('2026-11-20T10:00Z', '2026-11-23T12:00Z', weekdays)).toEqual([
      ['2026-11-23T09:00', '2026-11-23T12:00'],
    ])
  })
})
