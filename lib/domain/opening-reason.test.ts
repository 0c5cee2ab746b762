import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  impliedReason,
  isOfTheProduct,
  isReasonFresh,
  mayGive,
  needsReason,
  openingReasons,
  readReason,
  reasonsToOffer,
} from './opening-reason'
import { caseActions } from './role-grants'
import type { Actor } from './policy'
import { roles } from './words'

const actorOf = (role: Actor['role'], glass: readonly string[] = []): Actor => ({
  ...{ id: 'me', name: 'Somebody', role, districts: [], glass },
})
const anActor = fc
  .tuple(fc.constantFrom(...roles), fc.subarray(['one', 'two']))
  .map(([role, glass]) => actorOf(role, glass))
const aCase = fc.record({
  id: fc.constantFrom('one', 'two', 'three'),
  assigneeId: fc.constantFrom(null, 'me', 'other'),
})

describe('what can be true', () => {
  it('is that a case is one’s own for its holder, and for nobody else, and nothing else for the holder', () => {
    fc.assert(
      fc.property(anActor, aCase, (actor, facts) => {
        const isHolder = facts.assigneeId === actor.id
        expect(mayGive(actor, facts, 'my-case')).toBe(isHolder)
        if (isHolder)
          expect(openingReasons.filter((reason) => mayGive(actor, facts, reason))).toEqual(['my-case'])
      }),
    )
  })

  it('is a threat to life for whoever broke the glass of this very case, and then nothing else', () => {
    fc.assert(
      fc.property(anActor, aCase, (actor, facts) => {
        const isBroken = actor.glass?.includes(facts.id) === true && facts.assigneeId !== actor.id
        expect(mayGive(actor, facts, 'threat-to-life')).toBe(isBroken)
        if (isBroken)
          expect(openingReasons.filter((reason) => mayGive(actor, facts, reason))).toEqual(['threat-to-life'])
      }),
    )
  })

  it('is what is offered, and of all else only what the facts or the product give', () => {
    fc.assert(
      fc.property(anActor, aCase, fc.constantFrom(...openingReasons), (actor, facts, reason) => {
        const offered = reasonsToOffer(actor, facts)
        const implied = impliedReason(actor, facts)
        if (offered.includes(reason)) expect(mayGive(actor, facts, reason)).toBe(true)
        if (mayGive(actor, facts, reason) && !offered.includes(reason))
          expect([implied, 'weekly-sample', 'taking-out']).toContain(reason)
        expect(offered.filter(isOfTheProduct)).toEqual([])
        if (implied !== null) expect(offered).toEqual([])
      }),
    )
  })
})

test.each([
  ['call-handler', []],
  ['triager', ['triage', 'cover', 'clean-up']],
  ['liaison-officer', ['own-district', 'cover', 'clean-up']],
  ['supervisor', ['supervision', 'quality-review', 'cover', 'clean-up']],
  ['administrator', []],
  ['auditor', []],
  ['strategic-lead', []],
] as const)('a %s who does not hold it is offered %j', (role, offered) => {
  const facts = { id: 'one', assigneeId: 'other' }
  expect(reasonsToOffer(actorOf(role), facts)).toEqual(offered)
  for (const reason of openingReasons.filter(isOfTheProduct))
    expect(mayGive(actorOf(role), facts, reason)).toBe(role === 'supervisor')
})

test('two reasons are the product’s to give', () => {
  expect(openingReasons.filter(isOfTheProduct)).toEqual(['weekly-sample', 'taking-out'])
})

test('somebody who left the glass of the session out has broken none', () => {
  const actor: Actor = { id: 'me', name: '', role: 'triager', districts: [] }
  expect(impliedReason(actor, { id: 'one', assigneeId: null })).toBeNull()
})

test.each([
  [0, true],
  [8 * 3_600_000 - 1, true],
  [8 * 3_600_000, false],
  [-1, false],
])('a reason given %i ms ago counts: %s', (age, counts) => {
  const at = new Date('2026-06-10T11:00:00Z')
  expect(isReasonFresh(new Date(at.getTime() - age), at)).toBe(counts)
})

test('only what is done without opening a case asks for no reason', () => {
  const free = caseActions.filter((action) => !needsReason(action))
  const aboutPeople = ['recuse', 'declare-conflict', 'seal', 'name-readers', 'unseal']
  expect(free).toEqual([
    'see-headline',
    'take',
    'decline-offer',
    'assign',
    'tell-control-room',
    ...aboutPeople,
  ])
})

test.each(['', 'curious', 'My-case', 'my-case '])('%j is no reason', (text) => {
  expect(readReason(text)).toBeNull()
})
