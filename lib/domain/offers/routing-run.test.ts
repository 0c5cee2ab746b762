import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { dutyToCountOn, nextDuty } from '../duty'
import { isLate } from '../in-time'
import { startRun } from './routing-run'
import type { RunCase } from './routing-run'
import type { RunOfficer } from './run-people'

const now = new Date('2026-11-20T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const districts = hertfordshire.districts.slice(0, 4).map(({ id }) => id)
const accounts = ['a', 'b', 'c', 'd', 'e', 'f']

const some = fc.subarray(accounts, { maxLength: 2 })
const anyCase: fc.Arbitrary<RunCase> = fc.record({
  district: fc.option(fc.constantFrom(...districts)),
  languages: fc.subarray(['pl', 'bfi']),
  strands: fc.constant(['race']),
  riskRules: fc.constant([]),
  excludedDistricts: fc.subarray(districts, { maxLength: 1 }),
  namesExclusion: fc.boolean(),
  wantsOfficer: fc.boolean(),
  restricted: fc.boolean(),
  dueAt: fc.option<Date>(fc.integer({ min: -50, max: 500 }).map(at), { nil: null }),
  conflictedIds: some,
  possibleConflictIds: some,
  declinedIds: some,
  unansweredIds: some,
})
const anyOfficer = (account: string): fc.Arbitrary<RunOfficer> =>
  fc.record({
    id: fc.constant(`officer ${account}`),
    accountId: fc.constant(account),
    active: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    districts: fc.subarray(districts, { maxLength: 2 }),
    languages: fc.subarray(['pl', 'bfi']),
    specialisms: fc.constant([]),
    trainingUntil: fc.constantFrom(
      null,
      new Date('2026-11-19'),
      new Date('2027-11-19'),
      new Date('2027-11-19'),
    ),
    openLimit: fc.integer({ min: 0, max: 3 }),
    openCases: fc.integer({ min: 0, max: 2 }),
    oneMore: fc.boolean(),
    handingOver: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    lastAssignedAt: fc.constant(null),
    shifts: fc
      .array(fc.integer({ min: -10, max: 700 }), { maxLength: 3 })
      .map((starts) => starts.map((from) => ({ startsAt: at(from), endsAt: at(from + 8) }))),
  })
const officers = fc.tuple(...accounts.map(anyOfficer))

describe('a run', () => {
  it('asks nobody whom it must not, nobody beyond their limit, and leaves no case without an answer', () => {
    fc.assert(
      fc.property(officers, fc.array(anyCase, { maxLength: 20 }), (team, cases) => {
        const run = startRun(team, hertfordshire, now)
        const asked = new Map<string, number>()
        for (const found of cases) {
          const { officer, record } = run.choose(found)
          if (officer === null) {
            const known = [
              'no-officer-available',
              'restricted-to-supervisors',
              'somebody-described',
              'officer-not-asked-for',
            ]
            expect(known).toContain(record.rule)
            continue
          }
          asked.set(officer.accountId, (asked.get(officer.accountId) ?? 0) + 1)
          expect(found).toMatchObject({ restricted: false, namesExclusion: false, wantsOfficer: true })
          for (const not of [
            found.conflictedIds,
            found.possibleConflictIds,
            found.declinedIds,
            found.unansweredIds,
          ])
            expect(not).not.toContain(officer.accountId)
          expect(officer).toMatchObject({ active: true, handingOver: false })
          expect(officer.trainingUntil?.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-20'))
          expect(officer.districts.filter((one) => found.excludedDistricts.includes(one))).toEqual([])
          expect(officer.shifts.some(({ endsAt, startsAt }) => endsAt > now && startsAt <= at(14 * 24))).toBe(
            true,
          )
        }
        for (const { accountId, openCases, openLimit, oneMore } of team)
          expect(asked.get(accountId) ?? 0).toBeLessThanOrEqual(
            Math.max(0, (openLimit === 0 ? 0 : openLimit + (oneMore ? 1 : 0)) - openCases),
          )
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same answers to the same cases, in whatever order the officers come', () => {
    fc.assert(
      fc.property(officers, fc.array(anyCase, { maxLength: 10 }), (team, cases) => {
        const chosen = (order: readonly RunOfficer[]) => {
          const run = startRun(order, hertfordshire, now)
          return cases.map((found) => run.choose(found))
        }
        expect(chosen(team.toReversed())).toEqual(chosen(team))
      }),
    )
  })

  it('says of nobody that all rests with them of whom it would free a case', () => {
    fc.assert(
      fc.property(officers, anyCase, fc.integer({ min: -100, max: 500 }), (team, found, due) => {
        const run = startRun(team, hertfordshire, now)
        for (const accountId of run.settled())
          expect(run.free({ ...found, accountId, dueAt: at(due), touchedAt: null })).toEqual({
            freed: null,
            late: false,
          })
      }),
    )
  })

  it('takes a case from somebody away for whoever is there sooner, and for nobody else', () => {
    fc.assert(
      fc.property(officers, anyCase, fc.integer({ min: -50, max: 500 }), (team, found, due) => {
        const [holder] = team
        if (holder === undefined) return
        const held = { ...found, accountId: holder.accountId, dueAt: at(due), touchedAt: null }
        const run = startRun(
          [{ ...holder, openCases: holder.openCases + 1 }, ...team.slice(1)],
          hertfordshire,
          now,
        )
        const { freed, late } = run.free(held)
        if (late) expect(freed).toBeNull()
        if (freed !== 'no-duty-ahead') return
        const next = run.choose(held).officer
        const back = nextDuty(holder.shifts, now)
        if (back !== null) expect(next).not.toBeNull()
        expect(next?.accountId).not.toBe(holder.accountId)
        if (next !== null && back !== null)
          expect(nextDuty(next.shifts, now)?.from.getTime()).toBeLessThan(back.from.getTime())
      }),
      { numRuns: 500 },
    )
  })

  it('moves no more cases than there is room for', () => {
    const [away, beside] = two(
      { shifts: [{ startsAt: at(90), endsAt: at(98) }], openCases: 3 },
      { openCases: 1, openLimit: 2 },
    )
    const run = startRun([away, beside], hertfordshire, now)
    const held = { ...calm, accountId: 'a', dueAt: at(20), touchedAt: null }
    const all = [run.free(held), run.free(held), run.free(held)]
    expect(all.map(({ freed }) => freed)).toEqual(['no-duty-ahead', null, null])
    expect(all.map(({ late }) => late)).toEqual([false, true, true])
    expect(run.choose(held).officer?.accountId).toBe('b')
  })

  it.each([
    ['is due while they are away', 20, 'too-late'],
    ['is due after they are back', 95, null],
    ['waits for nothing', null, null],
  ] as const)('an offer of a case that %s, where somebody else is there', (_, due, reason) => {
    const [asked, beside] = two({ shifts: [{ startsAt: at(90), endsAt: at(98) }], openCases: 1 }, {})
    const offered = { ...calm, accountId: 'a', dueAt: due === null ? null : at(due), dutyOver: null }
    expect(startRun([asked, beside], hertfordshire, now).lapse(offered)).toBe(reason)
    expect(startRun([asked], hertfordshire, now).lapse(offered)).toBeNull()
  })

  it.each([
    ['is late already, and they are on duty', -5, -1, 'too-late'],
    ['is due in an hour, and they come in two', 1, 2, 'too-late'],
    ['is late, and they come after its officer is back', -5, 91, null],
  ] as const)('an offer with somebody away of a case that %s', (_, due, from, reason) => {
    const [asked, beside] = two(
      { shifts: [{ startsAt: at(90), endsAt: at(98) }], openCases: 1 },
      { shifts: [{ startsAt: at(from), endsAt: at(from + 8) }] },
    )
    const offered = { ...calm, accountId: 'a', dueAt: at(due), dutyOver: null }
    const run = startRun([asked, beside], hertfordshire, now)
    expect(run.lapse(offered)).toBe(reason)
    expect(run.choose(offered).officer?.accountId).toBe(reason === null ? 'a' : 'b')
  })

  it('leaves an offer with whoever is on duty, also in the last hours of it', () => {
    const shifts = [
      { startsAt: at(-6), endsAt: at(2) },
      { startsAt: at(72), endsAt: at(80) },
    ]
    const [asked, beside] = two({ shifts }, { shifts: [{ startsAt: at(20), endsAt: at(28) }] })
    const found = { ...calm, dueAt: at(29) }
    const offered = { ...found, accountId: 'a', dutyOver: null }
    expect(startRun([asked, beside], hertfordshire, now).choose(found).officer?.accountId).toBe('a')
    const busy = { ...asked, openCases: 1 }
    for (const hours of [0.02, 1.5, 1.99])
      expect(startRun([busy, beside], hertfordshire, at(hours)).lapse(offered)).toBeNull()
    expect(startRun([busy, beside], hertfordshire, at(2)).lapse(offered)).toBe('too-late')
  })

  it('leaves no offer with somebody off duty and late for whom another would be asked who is there sooner', () => {
    fc.assert(
      fc.property(officers, anyCase, fc.integer({ min: -50, max: 500 }), (team, found, due) => {
        const [asked, ...others] = team
        if (asked === undefined) return
        const offered = { ...found, accountId: asked.accountId, dueAt: at(due), dutyOver: null }
        const counted = [{ ...asked, openCases: asked.openCases + 1 }, ...others]
        const run = startRun(counted, hertfordshire, now)
        const reason = run.lapse(offered)
        if (reason !== null && reason !== 'too-late') return
        const back = nextDuty(asked.shifts, now)
        const fresh = startRun(reason === null ? counted : team, hertfordshire, now).choose(offered).officer
        const theirs = fresh === null ? null : dutyToCountOn(fresh.shifts, now)
        const isSooner = back !== null && theirs !== null && theirs.from < back.from
        const isAwayAndLate = back?.until === null && isLate(back, offered.dueAt)
        expect(reason).toBe(isAwayAndLate && isSooner ? 'too-late' : null)
      }),
      { numRuns: 1000 },
    )
  })

  it('ends an offer with the news that its officer may know the reporter', () => {
    const [asked] = two({ openCases: 1 }, {})
    const offered = { ...calm, accountId: 'a', dutyOver: null, possibleConflictIds: ['a'] }
    expect(startRun([asked], hertfordshire, now).lapse(offered)).toBe('may-know-somebody')
  })

  it.each(['namesExclusion', 'wantsOfficer'] as const)(
    'leaves a case with somebody away where nobody is to be asked by itself: %s',
    (fact) => {
      const [away, beside] = two({ shifts: [{ startsAt: at(90), endsAt: at(98) }] }, {})
      const held = {
        ...calm,
        accountId: 'a',
        dueAt: at(20),
        touchedAt: null,
        [fact]: fact === 'namesExclusion',
      }
      expect(startRun([away, beside], hertfordshire, now).free(held)).toEqual({ freed: null, late: true })
      expect(startRun([away, beside], hertfordshire, now).waits(held)).toBe(true)
      const gone = { ...away, active: false }
      expect(startRun([gone, beside], hertfordshire, now).free(held).freed).toBe('inactive')
    },
  )

  it.each([
    ['back after it is due', [90, 98], 20, true],
    ['back too late to get in touch before', [19, 27], 20, true],
    ['back in time', [10, 18], 20, false],
    ['back late, and nothing is due', [90, 98], null, false],
    ['on duty, for an hour more', [-7, 1], 20, false],
  ] as const)('knows with whom an offer waits too long: %s', (_, [from, until], due, waits) => {
    const [asked] = two({ shifts: [{ startsAt: at(from), endsAt: at(until) }] }, {})
    const found = { ...calm, accountId: 'a', dueAt: due === null ? null : at(due) }
    expect(startRun([asked], hertfordshire, now).waits(found)).toBe(waits)
  })
})

const calm: RunCase = {
  ...{ district: districts[0] ?? null, languages: [], strands: [], riskRules: [], excludedDistricts: [] },
  ...{ namesExclusion: false, wantsOfficer: true, restricted: false },
  ...{ conflictedIds: [], possibleConflictIds: [], declinedIds: [], unansweredIds: [] },
}

/** An officer of the case's district, and one of the district beside it who is on duty now. */
function two(first: Partial<RunOfficer>, second: Partial<RunOfficer>): [RunOfficer, RunOfficer] {
  const able = {
    ...{ active: true, languages: [], specialisms: [], trainingUntil: new Date('2027-11-19') },
    ...{ openLimit: 5, openCases: 0, oneMore: false, handingOver: false, lastAssignedAt: null },
    shifts: [{ startsAt: at(-1), endsAt: at(7) }],
  }
  return [
    { ...able, id: 'officer a', accountId: 'a', districts: districts.slice(0, 1), ...first },
    { ...able, id: 'officer b', accountId: 'b', districts: districts.slice(1, 2), ...second },
  ]
}
