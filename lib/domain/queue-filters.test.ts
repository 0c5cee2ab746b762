import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFilters, writeFilters } from './queue-filters'
import type { QueueFilters } from './queue-filters'
import { caseStatuses, risks, submissionKinds } from './words'

const known = { districts: ['north', 'south'], strands: ['race', 'religion'] }

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
  [{ page: '3' }, { page: 3 }],
  [{ page: '0' }, { page: 1 }],
  [{ page: '-1' }, { page: 1 }],
  [{ page: '1e9' }, { page: 1 }],
])('%j is read as %j', (query, filters) => {
  expect(readFilters(query, known)).toEqual(filters)
})

it('reads back whatever it wrote', () => {
  const some = <T>(values: readonly T[]) => fc.constantFrom(...values)
  const filters: fc.Arbitrary<QueueFilters> = fc.record(
    {
      district: some(known.districts),
      strand: some(known.strands),
      kind: some(submissionKinds),
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
  fc.assert(
    fc.property(filters, (given) => {
      expect(readFilters(Object.fromEntries(new URLSearchParams(writeFilters(given))), known)).toEqual(given)
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
