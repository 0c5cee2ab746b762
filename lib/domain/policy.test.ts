import { describe, expect, it } from 'vitest'
import { can, caseActions, deskAreas, mayEnter, mayHold } from './policy'
import type { Actor, CaseAction, CaseFacts, PolicyContext } from './policy'
import { caseStatuses, roles } from './words'
import type { Role } from './words'

const actor = (role: Role): Actor => ({
  id: 'me',
  name: 'Me',
  role,
  districts: role === 'liaison-officer' ? ['north', 'south'] : [],
})

const midnight = new Date('2026-06-10T00:00:00Z')
const plain: PolicyContext = { startOfToday: midnight, steppedUp: false }
const steppedUp: PolicyContext = { ...plain, steppedUp: true }

/** Every case there can be, as far as the policy can tell them apart. */
function* everyCase(): Generator<CaseFacts> {
  for (const district of [null, 'north', 'elsewhere'])
    for (const status of caseStatuses)
      for (const assigneeId of [null, 'me', 'other'])
        for (const recordedById of [null, 'me', 'other'])
          for (const receivedAt of [midnight, new Date(midnight.getTime() - 1)])
            for (const restricted of [true, false])
              for (const excludedDistricts of [[], ['elsewhere'], ['elsewhere', 'south']])
                for (const namesExclusion of [true, false])
                  yield {
                    ...{ district, status, assigneeId, recordedById, receivedAt, restricted },
                    ...{ excludedDistricts, namesExclusion },
                  }
}

type Rule = (facts: CaseFacts) => boolean
const never: Rule = () => false
const always: Rule = () => true
const open: Rule = (c) => !c.restricted && c.assigneeId === null && c.status !== 'closed'
const mine: Rule = (c) => !c.restricted && c.assigneeId === 'me'
const wanted: Rule = (c) => !c.namesExclusion && !c.excludedDistricts.includes('south')
const recorded: Rule = (c) => !c.restricted && c.recordedById === 'me' && c.receivedAt >= midnight
const near: Rule = (c) => !c.restricted && c.district === 'north' && wanted(c)
const both =
  (a: Rule, b: Rule): Rule =>
  (c) =>
    a(c) && b(c)
const either =
  (a: Rule, b: Rule): Rule =>
  (c) =>
    a(c) || b(c)
const all = (rule: Rule) => Object.fromEntries(caseActions.map((a) => [a, rule])) as Record<CaseAction, Rule>

/** The policy said a second time, role by role, as plain predicates: the two must agree. */
const expected: Record<Role, Record<CaseAction, Rule>> = {
  'call-handler': {
    ...all(never),
    'see-headline': recorded,
    'tell-control-room': recorded,
  },
  triager: {
    ...all(never),
    'see-headline': open,
    open,
    'reveal-address': open,
    assign: open,
    'add-note': open,
    'tell-control-room': open,
    'decide-risk': open,
  },
  'liaison-officer': {
    ...all(mine),
    hold: never,
    'request-erasure': never,
    erase: never,
    'see-headline': either(near, mine),
    open: either(mine, both(open, near)),
    'reveal-address': either(mine, both(open, near)),
    'tell-control-room': either(mine, both(open, near)),
    take: both(open, near),
    assign: never,
  },
  supervisor: all(always),
  administrator: all(never),
  auditor: all(never),
}

describe('who may do what to a case', () => {
  it.each(roles.flatMap((role) => caseActions.map((action) => [role, action] as const)))(
    '%s: %s, for every case there can be',
    (role, action) => {
      for (const facts of everyCase()) {
        expect({ facts, may: can(actor(role), action, facts, steppedUp) }).toEqual({
          facts,
          may: expected[role][action](facts),
        })
      }
    },
  )

  it('reveals an address to nobody who has not just proved who they are', () => {
    for (const role of roles)
      for (const facts of everyCase()) expect(can(actor(role), 'reveal-address', facts, plain)).toBe(false)
  })

  it('erases for nobody who has not just proved who they are', () => {
    for (const role of roles)
      for (const facts of everyCase()) expect(can(actor(role), 'erase', facts, plain)).toBe(false)
  })

  it('asks for that proof for nothing else', () => {
    for (const role of roles)
      for (const action of caseActions.filter((one) => one !== 'reveal-address' && one !== 'erase'))
        for (const facts of everyCase())
          if (can(actor(role), action, facts, steppedUp))
            expect(can(actor(role), action, facts, plain)).toBe(true)
  })

  it('never lets anybody act on a case they may not see', () => {
    for (const role of roles)
      for (const facts of everyCase())
        if (!can(actor(role), 'see-headline', facts, plain))
          expect(caseActions.filter((action) => can(actor(role), action, facts, steppedUp))).toEqual([])
  })

  it('keeps restricted cases to supervisors', () => {
    for (const role of roles)
      for (const facts of everyCase())
        if (facts.restricted)
          expect(can(actor(role), 'see-headline', facts, plain)).toBe(role === 'supervisor')
  })

  it('hides a case from every officer the reporter asked to leave out, unless they were given it', () => {
    const leftOut = [...everyCase()].filter(
      (facts) =>
        facts.assigneeId !== 'me' && (facts.namesExclusion || facts.excludedDistricts.includes('south')),
    )
    expect(leftOut.length).toBeGreaterThan(0)
    for (const facts of leftOut)
      expect(caseActions.filter((action) => can(actor('liaison-officer'), action, facts, steppedUp))).toEqual(
        [],
      )
  })

  it('gives an officer without districts nothing but what they hold', () => {
    const nowhere: Actor = { ...actor('liaison-officer'), districts: [] }
    for (const facts of everyCase())
      if (facts.assigneeId !== 'me') expect(can(nowhere, 'see-headline', facts, plain)).toBe(false)
  })
})

describe('who may enter where', () => {
  it.each([
    ['call-handler', ['queue', 'record']],
    ['triager', ['queue', 'search', 'record', 'officers']],
    ['liaison-officer', ['queue', 'search', 'record', 'officers']],
    ['supervisor', ['queue', 'search', 'record', 'officers', 'audit']],
    ['administrator', ['officers', 'accounts']],
    ['auditor', ['audit']],
  ] as const)('%s: %j', (role, areas) => {
    expect(deskAreas.filter((area) => mayEnter(role, area))).toEqual(areas)
  })

  it.each([
    ['call-handler', false, false],
    ['triager', false, false],
    ['liaison-officer', true, false],
    ['supervisor', true, true],
    ['administrator', false, false],
    ['auditor', false, false],
  ] as const)('%s may hold a case: %s, a restricted one: %s', (role, plain, restricted) => {
    expect([mayHold(role, false), mayHold(role, true)]).toEqual([plain, restricted])
  })
})
