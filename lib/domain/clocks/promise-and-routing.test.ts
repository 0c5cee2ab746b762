import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hertfordshire as force } from '@/lib/force/hertfordshire'
import { startRun } from '../offers/routing-run'
import type { RunCase } from '../offers/routing-run'
import type { RunOfficer } from '../offers/run-people'
import { promisedBy } from '../promise'
import { dutyOf } from '../rota/duty-of'
import type { DutySources } from '../rota/duty-sources'
import { risks } from '../words'
import { dutyAheadOf, dutyFor } from './duty-for'
import { promiseFor } from './promise-for'

const hour = 3_600_000
const start = Date.parse('2026-10-20T00:00:00Z')
const districts = force.districts.slice(0, 4).map(({ id }) => id)
const clock = fc.constantFrom('00:00', '07:00', '08:30', '14:00', '15:00', '16:30', '17:00', '22:00')
const span = (longest: number) =>
  fc
    .tuple(fc.integer({ min: -100, max: 1200 }), fc.integer({ min: 1, max: longest * 4 }))
    .map(([from, quarters]) => ({
      startsAt: new Date(start + from * hour),
      endsAt: new Date(start + from * hour + (quarters * hour) / 4),
    }))

/** Shifts of every length from a quarter of an hour, repeating and single, and leave across them. */
const sources: fc.Arbitrary<DutySources> = fc.record({
  patterns: fc.array(
    fc.record({
      startsOn: fc.constantFrom('2026-09-01', '2026-10-21', '2026-11-02'),
      endsOn: fc.constantFrom(null, null, '2026-10-30'),
      cycleDays: fc.integer({ min: 1, max: 30 }),
      turns: fc.array(fc.record({ day: fc.integer({ min: 0, max: 6 }), from: clock, to: clock }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 2 },
  ),
  extras: fc.array(span(10), { maxLength: 3 }),
  leave: fc.array(span(500), { maxLength: 2 }),
})

const person = fc.record({
  districts: fc.subarray(districts, { minLength: 1, maxLength: 2 }),
  languages: fc.subarray(['pl', 'bfi']),
  trainingUntil: fc.constantFrom(new Date('2026-10-21'), new Date('2027-11-19'), new Date('2027-11-19')),
  openLimit: fc.integer({ min: 0, max: 3 }),
  openCases: fc.integer({ min: 0, max: 2 }),
  oneMore: fc.boolean(),
  handingOver: fc.constantFrom(true, false, false, false),
  sources,
})

const sent = fc.record({
  district: fc.option(fc.constantFrom(...districts)),
  languages: fc.subarray(['pl', 'bfi']),
  excludedDistricts: fc.subarray(districts, { maxLength: 1 }),
  risk: fc.constantFrom(...risks),
  hours: fc.integer({ min: 0, max: 24 * 20 * 60 }).map((minutes) => minutes / 60),
})

it('the duty that is promised is that of the officer who is asked, and the promise leaves them time in it', () => {
  let promised = 0
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), sent, (people, { risk, hours, ...facts }) => {
      const at = new Date(start + hours * hour)
      const rota = people.map(({ sources: from, ...one }, index): RunOfficer => ({
        ...{ ...one, id: String(index), accountId: `account ${String(index)}`, active: true },
        ...{ specialisms: [], lastAssignedAt: null },
        shifts: dutyOf(
          from,
          new Date(at.getTime() - 48 * hour),
          new Date(at.getTime() + 60 * 24 * hour),
          force,
        ),
      }))
      const target = promisedBy(risk, at, force)
      const asked = { ...facts, strands: [], riskRules: [], dueAt: target }
      // What leaves the desk: no more than the next two shifts.
      const anonymous = rota.map((one) => ({
        ...one,
        shifts: one.shifts.filter(({ endsAt }) => endsAt > at).slice(0, 2),
      }))
      const duty = dutyFor(asked, anonymous, force, at)
      const promise = promiseFor({ risk, receivedAt: at, duty, force, reach: 'out' })

      const found: RunCase = {
        ...{ ...asked, dueAt: promise.by, aimedBy: promise.beyondTarget ? target : null },
        ...{ namesExclusion: false, wantsOfficer: true, restricted: false },
        ...{ conflictedIds: [], possibleConflictIds: [], declinedIds: [], unansweredIds: [] },
      }
      const { officer } = startRun(rota, force, at).choose(found)
      expect(duty).toEqual(officer === null ? null : dutyAheadOf(officer.shifts, at))

      expect(promise.by > target).toBe(promise.beyondTarget)
      if (duty === null || officer === null || promise.dutyAt === null) return
      promised += 1
      expect(promise.dutyAt).toEqual(duty.from > at ? duty.from : at)
      const shift = officer.shifts.find(({ startsAt, endsAt }) => startsAt <= duty.from && duty.from < endsAt)
      if (shift === undefined) throw new Error('A duty was promised in which nobody is there.')
      const left = Math.min(promise.by.getTime(), shift.endsAt.getTime()) - promise.dutyAt.getTime()
      const length = shift.endsAt.getTime() - shift.startsAt.getTime()
      expect(left).toBeGreaterThanOrEqual(Math.min(2 * hour, length / 2))
    }),
    { numRuns: 300 },
  )
  expect(promised).toBeGreaterThan(30)
})

it('whoever had a case last, the duty that is promised begins when theirs does who is asked', () => {
  const lastAssignedAt = fc.option(fc.integer({ min: 1, max: 99 }).map((ago) => new Date(start - ago * hour)))
  fc.assert(
    fc.property(fc.array(fc.tuple(person, lastAssignedAt), { maxLength: 6 }), sent, (people, one) => {
      const at = new Date(start + one.hours * hour)
      const rota = people.map(([{ sources: from, ...officer }, last], index): RunOfficer => ({
        ...{ ...officer, id: String(index), accountId: `account ${String(index)}`, active: true },
        ...{ specialisms: [], lastAssignedAt: last },
        shifts: dutyOf(
          from,
          new Date(at.getTime() - 48 * hour),
          new Date(at.getTime() + 60 * 24 * hour),
          force,
        ),
      }))
      const { district, languages, excludedDistricts, risk } = one
      const dueAt = promisedBy(risk, at, force)
      const asked = { district, languages, excludedDistricts, strands: [], riskRules: [], dueAt }
      const duty = dutyFor(asked, rota, force, at)
      const found: RunCase = {
        ...{ ...asked, namesExclusion: false, wantsOfficer: true, restricted: false },
        ...{ conflictedIds: [], possibleConflictIds: [], declinedIds: [], unansweredIds: [] },
      }
      const { officer } = startRun(rota, force, at).choose(found)
      expect(duty?.from).toEqual(officer === null ? undefined : dutyAheadOf(officer.shifts, at)?.from)
    }),
    { numRuns: 150 },
  )
})
