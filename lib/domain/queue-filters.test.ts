import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths } from './figures/statistics-year'
import { nowhere, passedOver, readFilters, writeFilters } from './queue-filters'
import type { PassedOver, QueueFilters } from './queue-filters'
import { caseStatuses, channels, risks, submissionKinds } from './words'

const known = {
  districts: ['north', 'south'],
  strands: ['race', 'religion'],
  thisMonth: '2026-11',
  dispositions: ['advice', 'crime'],
}

it.each([
  [{}, { page: 1 }],
  [
    { district: 'north', risk: 'high' },
    { district: 'north', risk: 'high', page: 1 },
  ],
  [{ district: 'unknown' }, { district: 'unknown', page: 1 }],
  [
    {
      district: "north' OR 1=1",
      strand: 'x',
      kind: '',
      status: 'lost',
      holder: 'me',
      lane: 'fast',
      fresh: 'no',
    },
    { page: 1 },
  ],
  [{ risk: ['high', 'low'] }, { page: 1 }],
  [{ find: '  7K2Q ' }, { find: '7K2Q', page: 1 }],
  [{ find: '   ' }, { page: 1 }],
  [{ find: 'A\u0000B\ud800' }, { find: 'AB\ufffd', page: 1 }],
  [{ channel: 'true-vision' }, { channel: 'true-vision', page: 1 }],
  [{ channel: 'pigeon' }, { page: 1 }],
  [
    { from: '2026-03', until: '2026-03' },
    { from: '2026-03', until: '2026-03', page: 1 },
  ],
  [
    { from: ' 2016-12', until: '2026-11 ' },
    { from: '2016-12', until: '2026-11', page: 1 },
  ],
  // More than ten years, reversed, yet to come, none, one of two, and more than one.
  [{ from: '2016-11', until: '2026-11' }, { page: 1 }],
  [{ from: '2026-04', until: '2026-03' }, { page: 1 }],
  [{ from: '2026-03', until: '2026-12' }, { page: 1 }],
  [{ from: '2026-13', until: '2026-11' }, { page: 1 }],
  [{ from: '2026-03-01', until: 'May' }, { page: 1 }],
  [{ from: '2026-03' }, { page: 1 }],
  [{ until: '2026-03' }, { page: 1 }],
  [{ from: ['2026-03', '2026-02'], until: '2026-03' }, { page: 1 }],
  [{ of: 'closed', disposition: 'advice' }, { page: 1 }],
  [{ page: '3' }, { page: 3 }],
  [{ page: '0' }, { page: 1 }],
  [{ page: '-1' }, { page: 1 }],
  [{ page: '1e9' }, { page: 1 }],
])('%j is read as %j', (query, filters) => {
  expect(readFilters(query, known)).toEqual(filters)
})

it.each<[Record<string, string>, Partial<QueueFilters>]>([
  [
    { of: 'closed', disposition: 'advice' },
    { of: 'closed', disposition: 'advice' },
  ],
  [
    { of: 'promised', outcome: 'late' },
    { of: 'promised', outcome: 'late' },
  ],
  // What does not go together, and what there is not.
  [{ of: 'promised', disposition: 'advice' }, { of: 'promised' }],
  [{ of: 'closed', outcome: 'late', disposition: 'lost' }, { of: 'closed' }],
  [{ of: 'answered', outcome: 'late' }, {}],
  [{ disposition: 'advice', outcome: 'late' }, {}],
])('%j of a month is read as %j', (query, filters) => {
  const months = { from: '2026-03', until: '2026-03' }
  expect(readFilters({ ...query, ...months }, known)).toEqual({ ...filters, ...months, page: 1 })
})

it.each<[Record<string, string | string[]>, readonly PassedOver[]]>([
  [{}, []],
  [{ district: '', risk: ' ', holder: ['', ''] }, []],
  [
    {
      district: 'north',
      risk: 'high',
      holder: 'mine',
      set: 'late',
      find: 'anything',
      page: 'x',
      case: 'HC-1',
    },
    [],
  ],
  [{ district: nowhere }, []],
  [{ district: 'xx' }, [{ name: 'district', why: 'none' }]],
  [{ district: ['xx'] }, [{ name: 'district', why: 'none' }]],
  [
    { district: 'North', lane: 'fast' },
    [
      { name: 'district', why: 'none' },
      { name: 'lane', why: 'none' },
    ],
  ],
  [
    { risk: ['high', 'low'], sealed: 'no' },
    [
      { name: 'risk', why: 'several' },
      { name: 'sealed', why: 'none' },
    ],
  ],
  [{ of: 'answered', outcome: 'lost', disposition: 'lost' }, [{ name: 'of', why: 'none' }]],
  [{ of: 'promised', outcome: 'lost', disposition: 'lost' }, [{ name: 'outcome', why: 'none' }]],
  [{ of: 'closed', outcome: 'lost', disposition: 'lost' }, [{ name: 'disposition', why: 'none' }]],
  [{ of: 'closed', disposition: 'advice', outcome: 'lost' }, []],
])('of %j it tells what narrows nothing: %j', (query, found) => {
  expect(passedOver(query, known)).toEqual(found)
})

it('reads no months where nobody says which month it is', () => {
  const { districts, strands } = known
  expect(readFilters({ from: '2026-03', until: '2026-03' }, { districts, strands })).toEqual({ page: 1 })
})

it('reads back whatever it wrote', () => {
  const some = <T>(values: readonly T[]) => fc.constantFrom(...values)
  const months = fc.tuple(fc.nat(119), fc.nat(119)).map(([one, other]) => ({
    from: addMonths('2016-12', Math.min(one, other)),
    until: addMonths('2016-12', Math.max(one, other)),
  }))
  const ofTime = fc.constantFrom<Partial<QueueFilters>>(
    ...[{}, { of: 'closed' as const }, { of: 'promised' as const }],
    { of: 'closed', disposition: 'advice' },
    { of: 'promised', outcome: 'late' },
  )
  const words: fc.Arbitrary<QueueFilters> = fc.record(
    {
      district: some(known.districts),
      strand: some(known.strands),
      kind: some(submissionKinds),
      channel: some(channels),
      risk: some(risks),
      status: some(caseStatuses),
      holder: some(['mine', 'nobody'] as const),
      lane: some(['slow', 'usual'] as const),
      fresh: some(['yes'] as const),
      snoozed: some(['yes'] as const),
      find: fc.stringMatching(/^[\p{L}\d]{1,60}$/u).filter((text) => text.length <= 60),
      page: fc.integer({ min: 1, max: 9999 }),
    },
    { requiredKeys: ['page'] },
  )
  const filters = fc
    .tuple(words, fc.option(fc.tuple(ofTime, months)))
    .map(([given, came]): QueueFilters => ({ ...given, ...came?.[0], ...came?.[1] }))
  fc.assert(
    fc.property(filters, (given) => {
      const query = Object.fromEntries(new URLSearchParams(writeFilters(given)))
      expect(readFilters(query, known)).toEqual(given)
      expect(passedOver(query, known)).toEqual([])
    }),
  )
})

it('survives any address', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (query) => {
      expect(readFilters(query, known).page).toBeGreaterThan(0)
    }),
  )
})
