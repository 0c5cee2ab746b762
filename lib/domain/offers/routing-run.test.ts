import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { startRun } from './routing-run'
import type { RunCase, RunOfficer } from './routing-run'

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
          expect(run.free({ ...found, accountId, dueAt: at(due), touchedAt: null })).toBeNull()
      }),
    )
  })

  it('frees no case for whoever would be asked for it again', () => {
    fc.assert(
      fc.property(officers, anyCase, fc.integer({ min: 1, max: 500 }), (team, found, due) => {
        const [holder] = team
        if (holder === undefined) return
        const held = { ...found, accountId: holder.accountId, dueAt: at(due), touchedAt: null }
        const run = startRun(
          [{ ...holder, openCases: holder.openCases + 1 }, ...team.slice(1)],
          hertfordshire,
          now,
        )
        if (run.free(held) !== 'no-duty-ahead') return
        expect(run.choose(found).officer?.accountId).not.toBe(holder.accountId)
      }),
    )
  })
})
