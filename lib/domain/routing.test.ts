import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import rules from '@/lib/i18n/messages/en/rules.json'
import { dutyToCountOn } from './duty'
import { leftOutBy, leftOutRules } from './eligibility'
import { limitOf } from './officer-facts'
import type { OfficerFacts, RoutingFacts, Shift } from './officer-facts'
import { rankAmong, rankOfficers, readyRota, routingRules } from './routing'
import { reasonRules } from './routing-reasons'
import { tiers } from './tier'

const now = new Date('2026-11-20T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const shift = (from: number, to: number): Shift => ({ startsAt: at(from), endsAt: at(to) })

const stevenage: RoutingFacts = {
  district: 'stevenage',
  languages: [],
  excludedDistricts: [],
  excludedOfficers: [],
  restricted: false,
}
const officer = (id: string, facts: Partial<OfficerFacts> = {}): OfficerFacts => ({
  id,
  active: true,
  districts: ['stevenage'],
  languages: ['en'],
  trainingUntil: new Date('2027-06-30'),
  openLimit: 4,
  openCases: 1,
  specialisms: [],
  oneMore: false,
  handingOver: false,
  lastAssignedAt: at(-100),
  shifts: [shift(-2, 6)],
  conflicts: false,
  ...facts,
})
const rank = (officers: OfficerFacts[], facts: Partial<RoutingFacts> = {}) =>
  rankOfficers({ ...stevenage, ...facts }, officers, hertfordshire, now)
const order = (officers: OfficerFacts[], facts: Partial<RoutingFacts> = {}) =>
  rank(officers, facts).candidates.map(({ officerId }) => officerId)

describe('who is left out', () => {
  it.each<[string, Partial<OfficerFacts>, Partial<RoutingFacts>, string | null]>([
    ['nobody without cause', {}, {}, null],
    ['the inactive', { active: false }, {}, 'inactive'],
    ['the untrained', { trainingUntil: null }, {}, 'not-trained'],
    [
      'those whose training ended yesterday',
      { trainingUntil: new Date('2026-11-19') },
      {},
      'training-lapsed',
    ],
    ['nobody whose training ends today', { trainingUntil: new Date('2026-11-20') }, {}, null],
    ['officers the reporter named', {}, { excludedOfficers: ['a'] }, 'excluded-officer'],
    [
      'officers of a district left out',
      { districts: ['watford', 'stevenage'] },
      { excludedDistricts: ['watford'] },
      'excluded-district',
    ],
    ['those with a conflict', { conflicts: true }, {}, 'conflict-declared'],
    ['those who may know the reporter', {}, { mayKnow: ['a'] }, 'may-know-somebody'],
    ['those who said no', {}, { declinedBy: ['a'] }, 'declined-before'],
    ['those who did not answer', {}, { unansweredBy: ['a'] }, 'did-not-answer'],
    ['nobody for what others said', {}, { declinedBy: ['b'], unansweredBy: ['b'], mayKnow: ['b'] }, null],
    ['those who hand over', { handingOver: true }, {}, 'handing-over'],
    ['those at their limit', { openCases: 4 }, {}, 'at-limit'],
    ['nobody who can take one more', { openCases: 4, oneMore: true }, {}, null],
    ['those who took their one more', { openCases: 5, oneMore: true }, {}, 'at-limit'],
    [
      'those whose limit is none, whatever they said',
      { openCases: 0, openLimit: 0, oneMore: true },
      {},
      'at-limit',
    ],
    ['nobody on duty within two weeks', { shifts: [shift(14 * 24, 14 * 24 + 8)] }, {}, null],
    ['those away for longer', { shifts: [shift(14 * 24 + 1, 15 * 24)] }, {}, 'no-duty-ahead'],
    ['those above their limit', { openCases: 9 }, {}, 'at-limit'],
    ['those with no shift', { shifts: [] }, {}, 'no-duty-ahead'],
    ['those whose shifts are over', { shifts: [shift(-9, 0)] }, {}, 'no-duty-ahead'],
    ['those whose only shift has no length', { shifts: [shift(3, 3)] }, {}, 'no-duty-ahead'],
    ['nobody whose shift starts now', { shifts: [shift(0, 1)] }, {}, null],
    ['everybody from a restricted case', {}, { restricted: true }, 'restricted'],
  ])('%s', (_, officerFacts, facts, rule) => {
    const result = rank([officer('a', officerFacts)], facts)
    expect(result.leftOut.map((entry) => entry.rule)).toEqual(rule === null ? [] : [rule])
    expect(result.candidates).toHaveLength(rule === null ? 1 : 0)
  })

  it('goes by the date in the force, not in Greenwich', () => {
    const trained = officer('a', {
      trainingUntil: new Date('2026-06-30'),
      shifts: [{ startsAt: new Date('2026-07-01T08:00:00Z'), endsAt: new Date('2026-07-01T16:00:00Z') }],
    })
    const evening = (time: string) => leftOutBy(trained, stevenage, hertfordshire, new Date(time))
    expect(evening('2026-06-30T22:59:59Z')).toBeNull()
    expect(evening('2026-06-30T23:00:00Z')).toBe('training-lapsed')
  })

  it('says how many cases fill the limit', () => {
    expect(rank([officer('a', { openCases: 4 })]).leftOut).toEqual([
      { officerId: 'a', rule: 'at-limit', values: { open: 4, limit: 4 } },
    ])
  })
})

describe('who comes first', () => {
  it.each<[string, OfficerFacts[], Partial<RoutingFacts>, string[]]>([
    [
      'the district, its neighbours, the force, whatever their duty',
      [
        officer('force', { districts: ['watford'] }),
        officer('next-door', { districts: ['east-herts'] }),
        officer('own', { shifts: [shift(200, 208)] }),
      ],
      {},
      ['own', 'next-door', 'force'],
    ],
    [
      'next on duty soonest',
      [
        officer('tomorrow', { shifts: [shift(20, 28)] }),
        officer('now'),
        officer('tonight', { shifts: [shift(90, 99), shift(8, 9)] }),
      ],
      {},
      ['now', 'tonight', 'tomorrow'],
    ],
    [
      'whoever is in time before whoever is nearer',
      [
        officer('own', { shifts: [shift(200, 208)] }),
        officer('own-late', { shifts: [shift(23, 30)] }),
        officer('next-door', { districts: ['east-herts'], shifts: [shift(22, 30)] }),
        officer('force', { districts: ['watford'] }),
      ],
      { dueAt: at(24) },
      ['next-door', 'force', 'own-late', 'own'],
    ],
    [
      'whoever is there first, where nobody is in time',
      [
        officer('own', { shifts: [shift(20, 28)] }),
        officer('force', { districts: ['watford'], shifts: [shift(2, 8)] }),
        officer('next-door', { districts: ['east-herts'], shifts: [shift(2, 8)] }),
      ],
      { dueAt: at(-30) },
      ['next-door', 'force', 'own'],
    ],
    [
      'a language asked for before fewer cases',
      [officer('idle', { openCases: 0 }), officer('polish', { languages: ['en', 'pl'], openCases: 3 })],
      { languages: ['pl'] },
      ['polish', 'idle'],
    ],
    [
      'a specialism that fits before fewer cases, counted like a language',
      [
        officer('idle', { openCases: 0, specialisms: ['other'] }),
        officer('knows', { specialisms: ['faith'], openCases: 3 }),
        officer('both', { specialisms: ['faith'], languages: ['pl'], openCases: 3 }),
      ],
      { languages: ['pl'], specialisms: ['faith'] },
      ['both', 'knows', 'idle'],
    ],
    [
      'more of the languages asked for',
      [officer('one', { languages: ['pl'] }), officer('two', { languages: ['pl', 'bfi'] })],
      { languages: ['bfi', 'pl'] },
      ['two', 'one'],
    ],
    [
      'fewest open cases, then longest since the last',
      [
        officer('recent', { lastAssignedAt: at(-1) }),
        officer('long-ago', { lastAssignedAt: at(-900) }),
        officer('never', { lastAssignedAt: null }),
        officer('idle', { openCases: 0, lastAssignedAt: at(-1) }),
      ],
      {},
      ['idle', 'never', 'long-ago', 'recent'],
    ],
    [
      'the nearest neighbour when all else is equal, then by id',
      [
        officer('b', { districts: ['east-herts'] }),
        officer('a', { districts: ['east-herts'] }),
        officer('c', { districts: ['north-herts'] }),
      ],
      {},
      ['c', 'a', 'b'],
    ],
  ])('%s', (_, officers, facts, expected) => {
    expect(order(officers, facts)).toEqual(expected)
  })
})

describe('the decision in words', () => {
  it.each<[string, OfficerFacts[], Partial<RoutingFacts>]>([
    ['district-officer', [officer('a')], {}],
    ['neighbouring-officer', [officer('a', { districts: ['north-herts'] })], {}],
    [
      'neighbouring-officer',
      [officer('a', { active: false }), officer('b', { districts: ['north-herts'] })],
      {},
    ],
    ['force-pool', [officer('a', { districts: ['watford'] })], {}],
    ['force-pool', [officer('a', { districts: [] })], {}],
    ['district-not-known', [officer('a')], { district: null }],
    ['no-officer-available', [officer('a', { active: false })], {}],
    ['no-officer-available', [], { district: null }],
    ['restricted-to-supervisors', [officer('a')], { restricted: true }],
  ])('%s', (rule, officers, facts) => {
    expect(rank(officers, facts).rule).toBe(rule)
  })

  it('gives each reason with its values', () => {
    const speaks = officer('a', { languages: ['pl'], specialisms: ['faith'], oneMore: true })
    const later = officer('b', { districts: ['north-herts'], shifts: [shift(20, 28)], lastAssignedAt: null })
    expect(rank([later, speaks], { languages: ['pl'], specialisms: ['faith'] }).candidates).toEqual([
      {
        officerId: 'a',
        tier: 'district',
        reasons: [
          { rule: 'covers-district', values: { district: 'Stevenage' } },
          { rule: 'on-duty-now', values: { time: '2026-11-20T18:00:00.000Z' } },
          { rule: 'speaks-language' },
          { rule: 'has-specialism' },
          { rule: 'open-cases', values: { open: 1, limit: 5 } },
          { rule: 'last-assigned', values: { time: '2026-11-16T08:00:00.000Z' } },
        ],
      },
      {
        officerId: 'b',
        tier: 'neighbour',
        reasons: [
          { rule: 'covers-neighbour', values: { district: 'North Herts' } },
          { rule: 'next-on-duty', values: { time: '2026-11-21T08:00:00.000Z' } },
          { rule: 'open-cases', values: { open: 1, limit: 4 } },
          { rule: 'never-assigned' },
        ],
      },
    ])
  })

  it('has words for every rule and no others', () => {
    expect(Object.keys(rules.routing)).toEqual([...routingRules, ...reasonRules])
    expect(Object.keys(rules.leftOut)).toEqual(Object.keys(leftOutRules))
  })
})

describe('places of any shape', () => {
  const place = (id: string, neighbours: readonly string[]) => ({
    id,
    name: id,
    code: id,
    places: [],
    neighbours,
  })
  const shaped = (districts: readonly ReturnType<typeof place>[]) => ({ ...hertfordshire, districts })
  const within = (
    districts: readonly ReturnType<typeof place>[],
    officers: readonly OfficerFacts[],
    district: string,
  ) => rankOfficers({ ...stevenage, district }, officers, shaped(districts), now)
  const [north, south, island] = ['north', 'south', 'island'].map((id) => officer(id, { districts: [id] }))
  const all = [north, south, island].filter((one) => one !== undefined)

  it('neighbours that point at each other are each the other’s, and no more', () => {
    const districts = [place('north', ['south']), place('south', ['north']), place('island', [])]
    const tiersOf = (district: string) =>
      within(districts, all, district).candidates.map(({ officerId, tier }) => `${officerId} ${tier}`)
    expect(tiersOf('north')).toEqual(['north district', 'south neighbour', 'island force-pool'])
    expect(tiersOf('south')).toEqual(['south district', 'north neighbour', 'island force-pool'])
    expect(tiersOf('island')).toEqual(['island district', 'north force-pool', 'south force-pool'])
  })

  it('a district that is its own neighbour, or next to one that is not there, ends all the same', () => {
    const districts = [place('north', ['north', 'nowhere', 'south']), place('south', [])]
    expect(within(districts, all, 'north').candidates.map(({ officerId }) => officerId)).toEqual([
      ...['north', 'south', 'island'],
    ])
  })

  it('with everybody away for a month it is a supervisor’s, and says so of each', () => {
    const away = all.map((one) => ({ ...one, shifts: [shift(30 * 24, 30 * 24 + 8)] }))
    const result = within([place('north', ['south'])], away, 'north')
    expect(result).toMatchObject({ candidates: [], rule: 'no-officer-available' })
    expect(result.leftOut.map(({ rule }) => rule)).toEqual([
      'no-duty-ahead',
      'no-duty-ahead',
      'no-duty-ahead',
    ])
  })
})

describe.each(Object.values(forces))('routing in $area', (force) => {
  const specialisms = force.specialisms.map(({ id }) => id)
  const someOf = (officers: readonly OfficerFacts[]) =>
    fc.subarray(
      officers.map(({ id }) => id),
      { maxLength: Math.min(2, officers.length) },
    )
  const district = fc.constantFrom(...force.districts.map(({ id }) => id))
  const language = fc.constantFrom(...force.officerLanguages)
  const hours = fc.integer({ min: -400, max: 800 })
  const anyShift = fc
    .tuple(hours, fc.integer({ min: 0, max: 10 }))
    .map(([from, length]) => shift(from, from + length))
  const anyOfficer: fc.Arbitrary<OfficerFacts> = fc.record({
    id: fc.uuid(),
    active: fc.boolean(),
    districts: fc.uniqueArray(district, { maxLength: 3 }),
    languages: fc.uniqueArray(language, { maxLength: 3 }),
    trainingUntil: fc.constantFrom(
      null,
      ...['2026-11-19', '2026-11-20', '2027-11-20'].map((day) => new Date(day)),
    ),
    openLimit: fc.integer({ min: 0, max: 3 }),
    openCases: fc.integer({ min: 0, max: 3 }),
    specialisms: fc.subarray([...specialisms]),
    oneMore: fc.boolean(),
    handingOver: fc.boolean(),
    lastAssignedAt: fc.constantFrom(null, at(-1), at(-50)),
    shifts: fc.array(anyShift, { maxLength: 3 }),
    conflicts: fc.boolean(),
  })
  const able = anyOfficer.map((facts): OfficerFacts => ({
    ...facts,
    active: true,
    trainingUntil: new Date('2027-11-20'),
    openLimit: 5,
    conflicts: false,
  }))
  const team = fc.uniqueArray(fc.oneof(anyOfficer, able), { selector: ({ id }) => id, maxLength: 12 })
  const cases = team.chain((officers) =>
    fc.record({
      officers: fc.constant(officers),
      shuffled: fc.shuffledSubarray(officers, { minLength: officers.length, maxLength: officers.length }),
      facts: fc.record({
        district: fc.option(district),
        languages: fc.uniqueArray(language, { maxLength: 2 }),
        excludedDistricts: fc.uniqueArray(district, { maxLength: 1 }),
        excludedOfficers: fc.subarray(
          officers.map(({ id }) => id),
          { maxLength: Math.min(1, officers.length) },
        ),
        restricted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        specialisms: fc.subarray([...specialisms]),
        declinedBy: someOf(officers),
        unansweredBy: someOf(officers),
        mayKnow: someOf(officers),
        dueAt: fc.option(fc.integer({ min: -50, max: 400 }).map(at)),
      }),
    }),
  )

  it('never suggests anybody who may not take the case', () => {
    fc.assert(
      fc.property(cases, ({ officers, facts }) => {
        for (const { officerId } of rankOfficers(facts, officers, force, now).candidates) {
          const chosen = officers.find(({ id }) => id === officerId)
          expect(chosen).toMatchObject({ active: true, conflicts: false, handingOver: false })
          expect(facts.restricted).toBe(false)
          expect(chosen?.trainingUntil?.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-20'))
          const limit = chosen === undefined ? 0 : limitOf(chosen)
          expect(chosen?.openCases).toBeLessThan(limit)
          for (const asked of [facts.declinedBy, facts.unansweredBy, facts.mayKnow])
            expect(asked).not.toContain(officerId)
          expect(facts.excludedOfficers).not.toContain(officerId)
          expect(chosen?.districts.filter((id) => facts.excludedDistricts.includes(id))).toEqual([])
          const ahead = chosen?.shifts.some(
            ({ startsAt, endsAt }) => endsAt > now && startsAt < endsAt && startsAt <= at(14 * 24),
          )
          expect(ahead).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('accounts for every officer once, and leaves nobody out without a cause', () => {
    fc.assert(
      fc.property(cases, ({ officers, facts }) => {
        const { candidates, leftOut } = rankOfficers(facts, officers, force, now)
        const named = [...candidates, ...leftOut].map(({ officerId }) => officerId)
        expect(named.sort()).toEqual(officers.map(({ id }) => id).sort())
        for (const { officerId, rule } of leftOut) {
          const left = officers.find(({ id }) => id === officerId)
          expect(left && leftOutBy(left, facts, force, now)).toBe(rule)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same answer in whatever order the officers come', () => {
    fc.assert(
      fc.property(cases, ({ officers, shuffled, facts }) => {
        expect(rankOfficers(facts, shuffled, force, now)).toEqual(rankOfficers(facts, officers, force, now))
      }),
      { numRuns: 500 },
    )
  })

  it('ends with somebody, or says that a supervisor must take it', () => {
    fc.assert(
      fc.property(cases, ({ officers, facts }) => {
        const { candidates, rule } = rankOfficers(facts, officers, force, now)
        const supervisors = rule === 'no-officer-available' || rule === 'restricted-to-supervisors'
        expect(supervisors).toBe(candidates.length === 0)
      }),
      { numRuns: 500 },
    )
  })

  it('never reaches further while somebody nearer can take it in time', () => {
    fc.assert(
      fc.property(cases, ({ officers, facts }) => {
        const { candidates } = rankOfficers(facts, officers, force, now)
        const inTime = candidates.filter(({ officerId }) => !comesLate(officers, officerId, facts))
        const reached = inTime.map(({ tier }) => tiers.indexOf(tier))
        expect(reached).toEqual(reached.toSorted((a, b) => a - b))
      }),
    )
  })

  it('asks nobody who comes late while somebody would be in time, and else whoever is there first', () => {
    fc.assert(
      fc.property(cases, ({ officers, facts }) => {
        const { candidates } = rankOfficers(facts, officers, force, now)
        const late = candidates.map(({ officerId }) => comesLate(officers, officerId, facts))
        expect(late).toEqual(late.toSorted((a, b) => Number(a) - Number(b)))
        const starts = candidates
          .filter((_, place) => late[place])
          .map(({ officerId }) => dutyAt(officers, officerId))
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })

  it('ranks many cases among one rota as it ranks each by itself', () => {
    fc.assert(
      fc.property(cases, fc.array(cases, { maxLength: 4 }), (first, more) => {
        const rota = readyRota(first.officers, force, now)
        for (const { facts } of [first, ...more]) {
          const [conflicted] = first.officers
          const known = first.officers.map((one) => ({
            ...one,
            conflicts: one.conflicts || one === conflicted,
          }))
          const ids = conflicted === undefined ? [] : [conflicted.id]
          expect(rankAmong(facts, rota, force, ids)).toEqual(rankOfficers(facts, known, force, now))
        }
      }),
    )
  })
})

const dutyAt = (officers: readonly OfficerFacts[], id: string) =>
  dutyToCountOn(officers.find((one) => one.id === id)?.shifts ?? [], now)?.from.getTime() ?? Infinity

/** Less than the two hours that somebody needs are left once they are there. */
const comesLate = (officers: readonly OfficerFacts[], id: string, { dueAt }: RoutingFacts) =>
  dueAt instanceof Date && dutyAt(officers, id) + 2 * 3_600_000 > dueAt.getTime()
