import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Shift } from '../officer-facts'
import { gapsAhead } from './gaps-ahead'

const hour = 3_600_000
const midnight = new Date('2026-11-23T00:00:00Z')
const at = (hours: number) => new Date(midnight.getTime() + hours * hour)
const shift = (from: number, to: number): Shift => ({ startsAt: at(from), endsAt: at(to) })

/** Two districts, read from 9 to 17 on working days: 80 hours in any two weeks that begin at midnight. */
const force = {
  ...hertfordshire,
  readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] },
  districts: ['north', 'south'].map((id) => ({ id, name: id, code: id, places: [id], neighbours: [] })),
}
const officer = {
  ...{ active: true, handingOver: false, openLimit: 4, districts: ['north'], shifts: [shift(9, 13)] },
  trainingUntil: new Date('2027-06-30'),
}
const ask = (officers: readonly Partial<typeof officer>[], from = midnight, of = force) =>
  gapsAhead(
    officers.map((change) => ({ ...officer, ...change })),
    from,
    of,
  ).map(({ district, gap }) => [district, gap / hour])

describe('the hours of the next 14 days in which nobody is on duty', () => {
  it('are what duty leaves of the reading hours, the district with most first', () => {
    expect(ask([{}])).toEqual([
      ['south', 80],
      ['north', 76],
    ])
  })

  it('are those of nobody where every reading hour has somebody', () => {
    expect(ask([{ districts: ['north', 'south'], shifts: [shift(0, 24 * 15)] }])).toEqual([])
  })

  it('are not lessened by whoever is not in training on the day', () => {
    expect(ask([{ trainingUntil: new Date('2026-11-22') }])).toContainEqual(['north', 80])
  })

  it.each(Array.from({ length: 7 }, (_, day) => day))('are those of 14 days, %i days into a week', (day) => {
    expect(ask([], at(24 * day))).toEqual([
      ['north', 80],
      ['south', 80],
    ])
    // From noon to noon: what begins after the last noon is not counted.
    expect(ask([], at(24 * day + 13))).toContainEqual(['north', 80])
    expect(ask([{ shifts: [shift(24 * (day + 14), 24 * (day + 21))] }], at(24 * day))).toContainEqual([
      ...['north', 80],
    ])
  })

  it.each([0, 13, 24 * 3 + 11])('are of as many as there are to be read in, %i hours on', (hours) => {
    const half = [{ districts: ['north', 'south'], shifts: [shift(24 * 7 + 9, 24 * 7 + 13)] }]
    for (const officers of [[], half, [{}]])
      for (const { reading } of gapsAhead(
        officers.map((change) => ({ ...officer, ...change })),
        at(hours),
        force,
      ))
        expect(reading).toBe(80 * hour)
  })

  it('are 14 days of the clock where the clocks change', () => {
    const daily = { ...force, readingHours: { from: '00:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] } }
    // Clocks go forward at one in the night of 28 March: the reading hours of that day are one fewer.
    expect(ask([], new Date('2027-03-20T00:00:00Z'), daily)).toContainEqual(['north', 14 * 8 - 1])
  })
})
