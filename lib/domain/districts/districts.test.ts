import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import type { District, Force } from '../force'
import { placeOf } from '../place'
import { covering } from '../tier'
import { districtFaults } from './check-districts'
import { coverage, districtsOn, nameOn, successorsOn } from './over-time'

const district = (id: string, more: Partial<District> = {}): District => ({
  ...{ id, name: id.toUpperCase(), code: id, places: ['Somewhere'], neighbours: [] },
  ...more,
})
const force = (districts: readonly District[]) => ({ districts })

/** North and south become one in 2028; east is split in 2027; west is called otherwise from 2026-07. */
const changing = force([
  district('north', { until: '2028-03-31', becomes: ['joined'], neighbours: ['west'] }),
  district('south', { until: '2028-03-31', becomes: ['joined'] }),
  district('east', { until: '2026-12-31', becomes: ['south', 'far-east'] }),
  district('west', { names: [{ from: '2026-07-01', name: 'Westshire' }] }),
  district('far-east', { from: '2027-01-01' }),
  district('joined', { from: '2028-04-01', neighbours: ['far-east'] }),
])

describe('districts over time', () => {
  it.each([
    ['2026-06-30', ['NORTH', 'SOUTH', 'EAST', 'WEST']],
    ['2026-12-31', ['NORTH', 'SOUTH', 'EAST', 'Westshire']],
    ['2027-01-01', ['NORTH', 'SOUTH', 'Westshire', 'FAR-EAST']],
    ['2028-04-01', ['Westshire', 'FAR-EAST', 'JOINED']],
  ])('on %s are %j', (day, names) => {
    expect(districtsOn(day, changing).map(({ name }) => name)).toEqual(names)
  })

  it('call a case’s district as it was called when it came', () => {
    const old = { ...district('old', { until: '2026-12-31' }), names: [{ from: '2026-06-01', name: 'New' }] }
    expect(['2025-01-01', '2026-06-01', '2030-01-01'].map((day) => nameOn(old, day))).toEqual([
      'OLD',
      'New',
      'New',
    ])
  })

  it.each([
    ['east', '2026-12-31', ['east']],
    ['east', '2027-01-01', ['south', 'far-east']],
    ['east', '2028-04-01', ['far-east', 'joined']],
    ['north', '2028-04-01', ['joined']],
    ['west', '2040-01-01', ['west']],
    ['nowhere', '2027-01-01', []],
  ])('%s is on %s: %j', (id, day, next) => {
    expect(successorsOn(id, day, changing)).toEqual(next)
  })

  it.each([
    [['north'], '2028-03-31', ['north']],
    [['north'], '2028-04-01', ['north', 'south', 'east', 'joined']],
    [['east'], '2027-01-01', ['south', 'east', 'far-east']],
    // Somebody who was given a part of it alone is not given the rest for having the old cases.
    [['far-east'], '2027-01-01', ['east', 'far-east']],
    [['east', 'far-east'], '2028-04-01', ['east', 'far-east']],
    [['west', 'nowhere'], '2027-01-01', ['west', 'nowhere']],
  ])('who was given %j covers on %s: %j', (given, day, covered) => {
    expect(coverage(given, day, changing)).toEqual(covered)
  })

  it('a case of a district that ended is routed to what came of it', () => {
    expect(covering(['joined'], 'north', changing)).toMatchObject({
      tier: 'district',
      district: { id: 'joined' },
    })
    expect(covering(['west'], 'north', changing)).toMatchObject({
      tier: 'neighbour',
      district: { id: 'west' },
    })
    expect(covering(['far-east'], 'north', changing)).toMatchObject({
      tier: 'neighbour',
      district: { id: 'far-east' },
    })
    expect(covering(['north'], 'west', changing).tier).toBe('force-pool')
  })

  it('a postcode in a district that ended is in what came of it, and is asked about where that is more than one', () => {
    const outcodes = {
      AA1: { districts: ['east'], others: [] },
      AA2: { districts: ['north', 'south'], others: [] },
    }
    const place: Force = { ...forces.hertfordshire, ...changing, outcodes } as Force
    const unit = { unit: 'AA2 1AA', district: 'north' }
    expect(placeOf('AA1 1AA', place, { today: '2026-12-31' })).toEqual({ kind: 'district', district: 'east' })
    expect(placeOf('AA1 1AA', place, { today: '2027-01-01' })).toEqual({
      ...{ kind: 'ask', districts: ['south', 'far-east'], others: [] },
    })
    expect(placeOf('AA2', place, { today: '2028-04-01' })).toEqual({ kind: 'district', district: 'joined' })
    expect(placeOf('AA2 1AA', place, { today: '2027-01-01', unit })).toEqual({
      kind: 'district',
      district: 'north',
    })
    // Another postcode than was looked up.
    expect(placeOf('AA2 1AB', place, { today: '2027-01-01', unit }).kind).toBe('ask')
  })
})

describe('a force’s districts', () => {
  it.each(Object.entries(forces))('of %s are in order', (_id, one) => {
    expect(districtFaults(one)).toEqual([])
  })

  it('that change are in order', () => {
    expect(districtFaults(changing)).toEqual([])
  })

  it.each<[string, readonly District[]]>([
    ['is no day', [district('a', { until: '2026-02-30', becomes: ['b'] }), district('b')]],
    [
      'ends before it begins',
      [district('a', { from: '2027-01-02', until: '2027-01-01', becomes: ['b'] }), district('b')],
    ],
    ['does not end', [district('a', { becomes: ['b'] }), district('b')]],
    ['becomes nothing', [district('a', { until: '2026-12-31' })]],
    ['which is no district', [district('a', { until: '2026-12-31', becomes: ['b'] })]],
    [
      'not there on the day after',
      [district('a', { until: '2026-12-31', becomes: ['b'] }), district('b', { from: '2027-01-02' })],
    ],
    [
      'not there on the day after',
      [
        district('a', { until: '2026-12-31', becomes: ['b'] }),
        district('b', { until: '2026-12-31', becomes: ['c'] }),
        district('c'),
      ],
    ],
    [
      'leads back',
      [
        district('a', { until: '2026-12-31', becomes: ['b'] }),
        district('b', { until: '2027-12-31', becomes: ['a'] }),
      ],
    ],
    ['leads back', [district('a', { until: '2026-12-31', becomes: ['a'] })]],
    ['twice', [district('a', { until: '2026-12-31', becomes: ['b', 'b'] }), district('b')]],
    [
      'names are not in order',
      [
        district('a', {
          names: [
            { from: '2027-01-01', name: 'B' },
            { from: '2026-01-01', name: 'C' },
          ],
        }),
      ],
    ],
    [
      'when it is not there',
      [district('a', { from: '2027-01-01', names: [{ from: '2026-01-01', name: 'B' }] })],
    ],
  ])('that would be wrong are found: %s', (words, districts) => {
    expect(districtFaults({ districts }).join('; ')).toContain(words)
  })
})

type Change =
  | { readonly kind: 'rename'; readonly of: number }
  | { readonly kind: 'merge'; readonly of: number; readonly and: number; readonly into: 'new' | 'first' }
  | { readonly kind: 'split'; readonly of: number; readonly parts: number }

const at = fc.nat({ max: 40 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), of: at }),
  fc.record({
    kind: fc.constant('merge' as const),
    of: at,
    and: at,
    into: fc.constantFrom('new' as const, 'first' as const),
  }),
  fc.record({ kind: fc.constant('split' as const), of: at, parts: fc.integer({ min: 2, max: 4 }) }),
)

const yearOf = (step: number) => String(2027 + step)

/** A force after these changes, one on the first day of each year. */
function after(begun: number, changes: readonly Change[]): { districts: readonly District[] } {
  let all: readonly District[] = Array.from({ length: begun }, (_, index) => district(`d${String(index)}`))
  for (const [step, one] of changes.entries()) {
    const day = `${yearOf(step)}-01-01`
    const last = `${String(Number(yearOf(step)) - 1)}-12-31`
    const there = districtsOn(day, { districts: all })
    const of = there[one.of % there.length]?.id ?? ''
    const and = one.kind === 'merge' ? (there[one.and % there.length]?.id ?? '') : ''
    const end = (ids: readonly string[], becomes: readonly string[]) =>
      all.map((each) => (ids.includes(each.id) ? { ...each, until: last, becomes } : each))
    const fresh = (part: number) => district(`n${String(step)}-${String(part)}`, { from: day })
    if (one.kind === 'rename')
      all = all.map((each) =>
        each.id === of
          ? { ...each, names: [...(each.names ?? []), { from: day, name: `Name ${String(step)}` }] }
          : each,
      )
    else if (one.kind === 'split') {
      const parts = Array.from({ length: one.parts }, (_, part) => fresh(part))
      all = [
        ...end(
          [of],
          parts.map(({ id }) => id),
        ),
        ...parts,
      ]
    } else if (of !== and)
      all = one.into === 'first' ? end([and], [of]) : [...end([of, and], [fresh(0).id]), fresh(0)]
  }
  return { districts: all }
}

test('after any renames, merges and splits nobody loses sight of a case, and every case has somebody who had one before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }),
      fc.array(change, { maxLength: 12 }),
      fc.array(fc.array(at, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      (begun, changes, given) => {
        const one = after(begun, changes)
        expect(districtFaults(one)).toEqual([])
        let officers: readonly (readonly string[])[] = given.map((picks) =>
          picks.map((pick) => `d${String(pick % begun)}`),
        )
        for (let step = -1; step < changes.length; step += 1) {
          const day = step < 0 ? '2026-06-01' : `${yearOf(step)}-01-01`
          const before = officers
          officers = before.map((ids) => coverage(ids, day, one))
          for (const [index, ids] of officers.entries()) {
            // Nothing is lost, again gives the same, and nobody covers what has not begun.
            expect(ids).toEqual(expect.arrayContaining([...(before[index] ?? [])]))
            expect(coverage(ids, day, one)).toEqual(ids)
            const later = one.districts.filter(({ from }) => from !== undefined && from > day)
            expect(ids.filter((id) => later.some((each) => each.id === id))).toEqual([])
          }
          const covered = new Set(before.flat())
          for (const { id } of one.districts)
            if (covered.has(id)) {
              const there = successorsOn(id, day, one)
              expect(there.length).toBeGreaterThan(0)
              expect(
                officers.some((ids) => ids.includes(id) && there.some((next) => ids.includes(next))),
              ).toBe(true)
              expect(officers.some((ids) => covering(ids, id, one).tier === 'district')).toBe(true)
            }
        }
      },
    ),
  )
})
