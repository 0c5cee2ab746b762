import { describe, expect, it } from 'vitest'
import { deskAreas, mayEnter } from './desk-areas'
import { can, mayHold } from './policy'
import { caseActions } from './role-grants'
import type { Actor, CaseFacts, PolicyContext } from './policy'
import type { CaseAction } from './role-grants'
import { caseStatuses, roles } from './words'
import type { Role } from './words'

const actor = (role: Role): Actor => ({
  id: 'me',
  name: 'Me',
  role,
  districts: role === 'liaison-officer' ? ['north', 'south'] : [],
  glass: ['glass'],
})

const midnight = new Date('2026-06-10T00:00:00Z')
const plain: PolicyContext = { startOfToday: midnight, steppedUp: false }
const steppedUp: PolicyContext = { ...plain, steppedUp: true }

/** Who is named for it, who has a conflict with it, and whether the glass of it is broken. */
function* everyStanding(): Generator<Pick<CaseFacts, 'id' | 'namedIds' | 'conflictedIds'>> {
  for (const id of ['plain', 'glass'])
    for (const namedIds of [[], ['other'], ['other', 'me']])
      for (const conflictedIds of [[], ['other'], ['me', 'other']]) yield { id, namedIds, conflictedIds }
}

/** Every case there can be, as far as the policy can tell them apart by what it is and, of some, by who stands how to it. */
function* everyCase(): Generator<CaseFacts> {
  const plainly = { id: 'plain', namedIds: ['me'], conflictedIds: [] }
  for (const facts of everyPlainCase()) {
    yield { ...facts, ...plainly }
    const { district, excludedDistricts, namesExclusion, recordedById } = facts
    if (recordedById === null)
      for (const offeredToId of ['me', 'other']) yield { ...facts, ...plainly, offeredToId }
    if (district === 'north' && excludedDistricts.length === 0 && !namesExclusion)
      for (const standing of everyStanding()) yield { ...facts, ...standing }
  }
}

function* everyPlainCase(): Generator<Omit<CaseFacts, 'id' | 'namedIds' | 'conflictedIds'>> {
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
const free: Rule = (c) => c.assigneeId === null && c.status !== 'closed'
const named: Rule = (c) => c.restricted && c.namedIds.includes('me')
const broken: Rule = (c) => !c.restricted && c.id === 'glass'
const open: Rule = (c) => !c.restricted && free(c)
const mine: Rule = (c) => (!c.restricted || named(c)) && c.assigneeId === 'me'
const wanted: Rule = (c) => !c.namesExclusion && !c.excludedDistricts.includes('south')
const recorded: Rule = (c) => !c.restricted && c.recordedById === 'me' && c.receivedAt >= midnight
const near: Rule = (c) => !c.restricted && c.district === 'north' && wanted(c)
const asked: Rule = (c) => open(c) && c.offeredToId === 'me'
const both =
  (a: Rule, b: Rule): Rule =>
  (c) =>
    a(c) && b(c)
const either =
  (a: Rule, b: Rule): Rule =>
  (c) =>
    a(c) || b(c)
const beyond = either(named, broken)
const all = (rule: Rule) => Object.fromEntries(caseActions.map((a) => [a, rule])) as Record<CaseAction, Rule>

/** The policy said a second time, role by role, as plain predicates: the two must agree. */
const expected: Record<Role, Record<CaseAction, Rule>> = {
  'call-handler': {
    ...all(never),
    recuse: either(recorded, broken),
    'see-headline': either(recorded, broken),
    'tell-control-room': either(recorded, broken),
    'call-back': recorded,
    open: broken,
    'reveal-address': broken,
    'add-note': broken,
  },
  triager: {
    ...all(never),
    recuse: either(open, broken),
    'see-headline': either(open, broken),
    open: either(open, broken),
    'reveal-address': either(open, broken),
    assign: open,
    'add-note': either(open, broken),
    'tell-control-room': either(open, broken),
    'decide-risk': open,
    'call-back': open,
    work: open,
  },
  'liaison-officer': {
    ...all(mine),
    hold: never,
    export: never,
    'keep-longer': never,
    recuse: either(asked, either(near, either(mine, beyond))),
    'declare-conflict': never,
    review: never,
    seal: never,
    'name-readers': named,
    unseal: never,
    'request-erasure': never,
    erase: never,
    'see-headline': either(asked, either(near, either(mine, beyond))),
    'decline-offer': asked,
    open: either(mine, either(both(open, near), beyond)),
    'reveal-address': either(mine, either(both(open, near), beyond)),
    'tell-control-room': either(mine, either(both(open, near), beyond)),
    'add-note': either(mine, beyond),
    take: either(asked, either(both(open, near), both(named, free))),
    assign: never,
  },
  supervisor: {
    ...all((c) => !c.restricted || named(c)),
    'decline-offer': never,
    seal: (c) => !c.restricted,
    'name-readers': named,
    unseal: named,
  },
  administrator: all(never),
  auditor: all(never),
  'strategic-lead': all(never),
  'centre-worker': all(never),
}

describe('who may do what to a case', () => {
  it.each(roles.flatMap((role) => caseActions.map((action) => [role, action] as const)))(
    '%s: %s, for every case there can be',
    (role, action) => {
      for (const facts of everyCase()) {
        expect({ facts, may: can(actor(role), action, facts, steppedUp) }).toEqual({
          facts,
          may: !facts.conflictedIds.includes('me') && expected[role][action](facts),
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
    const afterProof: readonly string[] = ['reveal-address', 'erase', 'export', 'hand-out']
    for (const role of roles)
      for (const action of caseActions.filter((one) => !afterProof.includes(one)))
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

  it('keeps a sealed case to the people named for it, whatever their role and whoever holds it', () => {
    for (const role of roles)
      for (const facts of everyCase())
        if (facts.restricted && !facts.namedIds.includes('me'))
          expect(caseActions.filter((action) => can(actor(role), action, facts, steppedUp))).toEqual([])
  })

  it('lets nobody know of a case they have a conflict with, named, holding it or with the glass broken', () => {
    for (const role of roles)
      for (const facts of everyCase())
        if (facts.conflictedIds.includes('me'))
          expect(caseActions.filter((action) => can(actor(role), action, facts, steppedUp))).toEqual([])
  })

  it('gives a broken glass six acts on that one case, and no other anywhere', () => {
    for (const role of roles)
      for (const facts of everyCase()) {
        const without: Actor = { ...actor(role), glass: [] }
        const more = caseActions.filter(
          (action) => can(actor(role), action, facts, steppedUp) && !can(without, action, facts, steppedUp),
        )
        if (more.length === 0) continue
        expect([facts.id, facts.restricted, roles.indexOf(role) < 3]).toEqual(['glass', false, true])
        const six = ['see-headline', 'open', 'reveal-address', 'add-note', 'tell-control-room', 'recuse']
        expect(more.filter((action) => !six.includes(action))).toEqual([])
      }
  })

  it('lets whoever is asked to take a case see that it exists, take it, say no or say that it is not for them: no more', () => {
    const only = ['see-headline', 'take', 'decline-offer', 'recuse']
    const nowhere: Actor = { ...actor('liaison-officer'), districts: [], glass: [] }
    const some = [...everyCase()].filter((facts) => facts.offeredToId === 'me' && facts.assigneeId !== 'me')
    expect(some.some((facts) => can(nowhere, 'take', facts, plain))).toBe(true)
    for (const facts of some.filter(({ restricted }) => !restricted)) {
      const may = caseActions.filter((action) => can(nowhere, action, facts, steppedUp))
      expect(may.toSorted()).toEqual(
        facts.assigneeId === null && facts.status !== 'closed' ? only.toSorted() : [],
      )
    }
  })

  it('hides a case from every officer the reporter asked to leave out, unless they were given it', () => {
    const leftOut = [...everyCase()].filter(
      (facts) =>
        facts.id === 'plain' &&
        facts.offeredToId !== 'me' &&
        !facts.restricted &&
        facts.assigneeId !== 'me' &&
        (facts.namesExclusion || facts.excludedDistricts.includes('south')),
    )
    expect(leftOut.length).toBeGreaterThan(0)
    for (const facts of leftOut)
      expect(caseActions.filter((action) => can(actor('liaison-officer'), action, facts, steppedUp))).toEqual(
        [],
      )
  })

  it('gives an officer without districts nothing but what they hold, are asked to take or are named for', () => {
    const nowhere: Actor = { ...actor('liaison-officer'), districts: [], glass: [] }
    for (const facts of everyCase())
      if (facts.assigneeId !== 'me' && facts.offeredToId !== 'me' && !facts.restricted)
        expect(can(nowhere, 'see-headline', facts, plain)).toBe(false)
  })
})

describe('who may enter where', () => {
  it.each([
    ['call-handler', ['queue', 'record', 'advice', 'glass']],
    ['triager', ['queue', 'search', 'record', 'referrals', 'advice', 'glass', 'officers']],
    [
      'liaison-officer',
      ['queue', 'search', 'record', 'advice', 'glass', 'officers', 'duty', 'insight', 'figures'],
    ],
    [
      'supervisor',
      [
        'queue',
        'search',
        'record',
        'referrals',
        'advice',
        'officers',
        'rota-oversight',
        'attention',
        'insight',
        'insight-desk',
        'figures',
        'retention',
        'passed-in',
        'record-types',
        'audit',
      ],
    ],
    ['administrator', ['advice', 'officers', 'figures', 'record-types', 'accounts']],
    ['auditor', ['advice', 'figures', 'audit']],
    ['strategic-lead', ['figures']],
    ['centre-worker', ['record', 'sent']],
  ] as const)('%s: %j', (role, areas) => {
    expect(deskAreas.filter((area) => mayEnter(role, area))).toEqual(areas)
  })

  it.each([
    ['call-handler', []],
    ['triager', []],
    ['liaison-officer', ['plain', 'sealed and named']],
    ['supervisor', ['plain', 'sealed and named']],
    ['administrator', []],
    ['auditor', []],
    ['strategic-lead', []],
    ['centre-worker', []],
  ] as const)('%s may hold a case that is %j', (role, held) => {
    const who = { id: 'me', role }
    const plainCase = { restricted: false, namedIds: [], conflictedIds: ['other'] }
    const cases = {
      plain: plainCase,
      sealed: { ...plainCase, restricted: true, namedIds: ['other'] },
      'sealed and named': { ...plainCase, restricted: true, namedIds: ['me'] },
      conflicted: { ...plainCase, conflictedIds: ['me'] },
      'named and conflicted': { restricted: true, namedIds: ['me'], conflictedIds: ['me'] },
    }
    const may = Object.entries(cases).filter(([, facts]) => mayHold(who, facts))
    expect(may.map(([name]) => name)).toEqual(held)
  })
})
