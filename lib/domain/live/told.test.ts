import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { can } from '../policy'
import type { Actor, CaseFacts } from '../policy'
import { caseStatuses, roles } from '../words'
import { gone, toldOf } from './told'
import type { ChangedCase } from './told'

const context = { startOfToday: new Date('2026-03-02T00:00:00Z'), steppedUp: false }
const people = ['sofia', 'daniel', 'amara']
const ids = ['one', 'two', 'three', 'four']

const actor = fc.record({
  id: fc.constantFrom(...people),
  name: fc.constant('Somebody'),
  role: fc.constantFrom(...roles),
  districts: fc.subarray(['dacorum', 'watford']),
}) satisfies fc.Arbitrary<Actor>

const facts = (id: string): fc.Arbitrary<CaseFacts> =>
  fc.record({
    id: fc.constant(id),
    district: fc.constantFrom(null, 'dacorum', 'watford'),
    status: fc.constantFrom(...caseStatuses),
    assigneeId: fc.constantFrom(null, ...people),
    recordedById: fc.constantFrom(null, ...people),
    receivedAt: fc.constantFrom(new Date('2026-03-01T12:00:00Z'), new Date('2026-03-02T12:00:00Z')),
    restricted: fc.boolean(),
    namedIds: fc.subarray(people),
    conflictedIds: fc.subarray(people),
    excludedDistricts: fc.subarray(['dacorum', 'watford']),
    namesExclusion: fc.boolean(),
    offeredToId: fc.constantFrom(null, ...people),
  })

const changed: fc.Arbitrary<readonly ChangedCase[]> = fc
  .subarray(ids)
  .chain((some) =>
    fc.tuple(
      ...some.map((id) =>
        fc.record({ facts: facts(id), inQueue: fc.boolean(), mark: fc.constant(`now-${id}`) }),
      ),
    ),
  )
const watching = fc.record({
  actor,
  open: fc.subarray(ids).map((some) => new Set(some)),
  known: fc.subarray(ids).map((some) => new Set(some)),
})

describe('what somebody is told of changes', () => {
  it('is nothing of a case that is neither theirs to see nor was in their queue', () => {
    fc.assert(
      fc.property(watching, changed, (who, cases) => {
        const hidden = cases.filter(
          ({ facts: one }) => !can(who.actor, 'see-headline', one, context) && !who.known.has(one.id),
        )
        const shown = cases.filter((one) => !hidden.includes(one))
        const [all, without] = [toldOf(who, cases, context), toldOf(who, shown, context)]
        expect(all.queue).toEqual(without.queue)
        expect(all.known).toEqual(without.known)
        const lost = hidden.filter(({ facts: one }) => who.open.has(one.id))
        const expected = new Map([...without.marks, ...lost.map(({ facts: one }) => [one.id, gone] as const)])
        expect(all.marks).toEqual(expected)
      }),
    )
  })

  it('is the mark of each case they have open exactly where the policy shows it', () => {
    fc.assert(
      fc.property(watching, changed, (who, cases) => {
        const own = cases.filter(({ facts: one }) => who.open.has(one.id))
        const expected = own.map(
          ({ facts: one, mark }) =>
            [one.id, can(who.actor, 'see-headline', one, context) ? mark : gone] as const,
        )
        expect(toldOf(who, cases, context).marks).toEqual(new Map(expected))
      }),
    )
  })

  it('counts as new what comes into their queue, and says once that something left it', () => {
    fc.assert(
      fc.property(watching, changed, (who, cases) => {
        const { queue, known } = toldOf(who, cases, context)
        const inNow = cases.filter(
          ({ facts: one, inQueue }) => inQueue && can(who.actor, 'see-headline', one, context),
        )
        const fresh = inNow.filter(({ facts: one }) => !who.known.has(one.id)).length
        const touched = cases.some(({ facts: one }) => who.known.has(one.id)) || fresh > 0
        expect(queue).toEqual(touched ? { fresh } : null)
        for (const { facts: one } of cases)
          expect(known.has(one.id)).toBe(inNow.some((in_) => in_.facts.id === one.id))
        const outNow = cases.filter((one) => !inNow.includes(one))
        expect(toldOf({ ...who, known }, outNow, context).queue).toBeNull()
      }),
    )
  })
})
