import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Shift } from '../officer-facts'
import { gapsOf, isEmptyWeek } from './gaps'
import { merged, within } from './spans'

const hour = 3_600_000
/** A Monday at midnight, in winter. */
const monday = new Date('2026-11-23T00:00:00Z')
const at = (hours: number) => new Date(monday.getTime() + hours * hour)
const shift = (from: number, to: number): Shift => ({ startsAt: at(from), endsAt: at(to) })

/** Three districts in a row, read from 9 to 17 on working days. */
const force = {
  ...hertfordshire,
  readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] },
  districts: ['north', 'middle', 'south'].map((id, index, all) => ({
    ...{ id, name: id, code: id, places: [id] },
    neighbours: all.filter((_, other) => Math.abs(other - index) === 1),
  })),
}
const officer = {
  active: true,
  handingOver: false,
  openLimit: 4,
  districts: ['north'],
  trainingUntil: new Date('2027-06-30'),
  shifts: [shift(9, 13)],
}
type Officer = typeof officer
const ask = (officers: readonly Partial<Officer>[], from = monday, weeks = 1) =>
  gapsOf(
    officers.map((change) => ({ ...officer, ...change })),
    from,
    force,
    weeks,
  )
const north = (...given: Parameters<typeof ask>) => ask(...given).find(({ district }) => district === 'north')

describe('the hours in which nobody is on duty', () => {
  it('are all reading hours with no officer at all', () => {
    const found = ask([])
    expect(
      found.map(({ district, gap, reading, neighbours }) => [
        district,
        gap / hour,
        reading / hour,
        neighbours,
      ]),
    ).toEqual([
      ['middle', 40, 40, 0],
      ['north', 40, 40, 0],
      ['south', 40, 40, 0],
    ])
    expect(found.every(isEmptyWeek)).toBe(true)
  })

  it('are what the duty of the district leaves, with what neighbours are there for told beside it', () => {
    const found = ask([{}, { districts: ['middle'], shifts: [shift(8, 15), shift(33, 41)] }])
    expect(found.map(({ district, gap, neighbours }) => [district, gap / hour, neighbours / hour])).toEqual([
      // Nobody of the south: its neighbour is there on Monday until 15 and on Tuesday.
      ['south', 40, 14],
      ['north', 36, 10],
      ['middle', 26, 0],
    ])
    expect(found.map(isEmptyWeek)).toEqual([true, false, false])
  })

  it.each<[string, Partial<Officer>]>([
    ['does not serve', { active: false }],
    ['was never trained', { trainingUntil: null as unknown as Date }],
    ['is handing over', { handingOver: true }],
    ['has a limit of none, and takes no cases', { openLimit: 0 }],
    ['whose training was over the day before', { trainingUntil: new Date('2026-11-22') }],
    ['covers another district', { districts: ['south'] }],
    [
      'is on duty when nothing is read',
      { shifts: [shift(0, 9), shift(17, 24), shift(24 * 5 + 9, 24 * 5 + 17)] },
    ],
  ])('are not lessened by somebody who %s', (_, change) => {
    expect(north([change])?.gap).toBe(40 * hour)
  })

  it('count duty until the end of the day on which training ends, through a night too', () => {
    const change = { trainingUntil: new Date('2026-11-24'), shifts: [shift(24 + 16, 48 + 12)] }
    expect(north([change])?.gaps.at(1)).toEqual({ startsAt: at(24 + 9), endsAt: at(24 + 16) })
    expect(north([change])?.gap).toBe(39 * hour)
  })

  it('are only those to come, and a week without any is none', () => {
    expect(north([], at(11))?.reading).toBe(38 * hour)
    expect(ask([], at(24 * 5))).toEqual([])
    expect(ask([], at(24 * 5), 2).map(({ week }) => week)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30'])
  })

  it('put weeks with nobody first, then the most missing', () => {
    const found = ask([{ shifts: [shift(9, 17)] }], monday, 2)
    expect(found.map(({ district, week }) => `${district} ${week}`)).toEqual([
      'middle 2026-11-23',
      'south 2026-11-23',
      'middle 2026-11-30',
      'north 2026-11-30',
      'south 2026-11-30',
      'north 2026-11-23',
    ])
  })

  it('are looked at on the days a district is there, with the duty of those who cover what becomes it', () => {
    const [north, middle, south] = force.districts
    if (north === undefined || middle === undefined || south === undefined) throw new Error('No districts')
    const merging = {
      ...force,
      districts: [
        { ...north, until: '2026-11-25', becomes: ['new'] },
        { ...middle, until: '2026-11-25', becomes: ['new'] },
        south,
        { ...middle, id: 'new', from: '2026-11-26' },
      ],
    }
    const found = gapsOf([{ ...officer, shifts: [shift(9, 10), shift(72 + 9, 72 + 11)] }], monday, merging, 1)
    expect(found.map(({ district, gap, reading }) => [district, gap / hour, reading / hour])).toEqual([
      ['south', 40, 40],
      ['middle', 24, 24],
      ['north', 23, 24],
      ['new', 14, 16],
    ])
  })

  it.each([
    ['2027-03-22', 'the clocks go forward'],
    ['2026-10-19', 'the clocks go back'],
  ])('are as many hours of the clock in the week of %s, in which %s', (week) => {
    const daily = { ...force, readingHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] } }
    const [first] = gapsOf([], new Date(`${week}T00:00:00Z`), daily, 1)
    expect(first?.reading).toBe(7 * 12 * hour)
  })

  it('never overlap duty, and with the cover they are the reading hours, whatever the rota', () => {
    const anyShift = fc
      .tuple(fc.integer({ min: -48, max: 24 * 21 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, length]) => shift(from, from + length))
    const anybody = fc.record({
      active: fc.boolean(),
      handingOver: fc.boolean(),
      openLimit: fc.constantFrom(0, 1, 4),
      districts: fc.subarray(['north', 'middle', 'south', 'gone']),
      trainingUntil: fc.constantFrom(null, new Date('2026-11-27'), new Date('2027-06-30')),
      shifts: fc.array(anyShift, { maxLength: 6 }),
    })
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 6 }),
        fc.integer({ min: 0, max: 200 }),
        (officers, start) => {
          for (const cell of gapsOf(officers, at(start), force, 3)) {
            const own = merged(
              officers
                .filter(
                  ({ active, handingOver, openLimit, trainingUntil }) =>
                    active && !handingOver && openLimit > 0 && trainingUntil !== null,
                )
                .filter(({ districts }) => districts.includes(cell.district))
                .flatMap(({ shifts, trainingUntil }) =>
                  within(shifts, new Date(0), new Date((trainingUntil?.getTime() ?? 0) + 24 * hour)),
                ),
            )
            const overlap = cell.gaps.flatMap(({ startsAt, endsAt }) => within(own, startsAt, endsAt))
            expect(overlap).toEqual([])
            expect(cell.gaps.every(({ startsAt, endsAt }) => endsAt > startsAt)).toBe(true)
            const week = readingHours(cell.week, at(start))
            const covered = merged(week.flatMap(({ startsAt, endsAt }) => within(own, startsAt, endsAt)))
            expect(cell.gap + lengthOf(covered)).toBe(cell.reading)
            expect(lengthOf(week)).toBe(cell.reading)
            expect(cell.neighbours).toBeGreaterThanOrEqual(0)
            expect(cell.neighbours).toBeLessThanOrEqual(cell.gap)
          }
        },
      ),
    )
  })
})

/** The reading hours of a winter week after a time. */
function readingHours(week: string, from: Date): readonly Shift[] {
  const start = Date.parse(week)
  const days = [0, 1, 2, 3, 4].map((day) => ({
    startsAt: new Date(start + (day * 24 + 9) * hour),
    endsAt: new Date(start + (day * 24 + 17) * hour),
  }))
  return within(days, from, new Date(start + 7 * 24 * hour))
}

function lengthOf(spans: readonly Shift[]): number {
  return spans.reduce((sum, { startsAt, endsAt }) => sum + endsAt.getTime() - startsAt.getTime(), 0)
}
