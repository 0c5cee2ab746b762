import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTime } from '../calendar'
import { contactDays, contactHours, joinedHours } from './contact-hours'
import { contactWays, endOfUse, mayUse, nextUse } from './may-use'
import type { ReachPlan } from './may-use'

const force = { timeZone: 'Europe/London' }
const open: ReachPlan = {
  ...{ choice: 'plan', ways: ['call'], anyTime: false, onlyAt: true },
  ...{ times: null, days: [], hours: ['18-20', '20-22'] },
}
const at = (local: string) => new Date(local)

const plans = fc.record({
  choice: fc.constantFrom('plan' as const, 'code-only' as const, 'anonymous' as const),
  ways: fc.subarray([...contactWays, 'code', 'i-will-contact']),
  anyTime: fc.boolean(),
  onlyAt: fc.boolean(),
  times: fc.constantFrom(null, 'after six'),
  days: fc.subarray([...contactDays, 'any day']),
  hours: fc.subarray([...contactHours, '22-24']),
})
const moments = fc.date({
  min: at('2025-01-01T00:00:00Z'),
  max: at('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
})

const shares = { min: 0, max: 1, noNaN: true }

describe('what a contact plan allows', () => {
  it('is never a way that was not ticked', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...contactWays), moments, (plan, way, moment) => {
        const answer = mayUse(plan, way, moment, force)
        if (answer.ok) expect(plan.choice === 'plan' && plan.ways.includes(way)).toBe(true)
      }),
    )
  })

  it('is never an hour that was not ticked, where only certain times are safe', () => {
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom('call', 'text', 'email', 'trusted'),
        moments,
        (plan, way, moment) => {
          const timed = { ...plan, onlyAt: true }
          if (mayUse(timed, way, moment, force).ok !== true) return
          const { hour, dayOfWeek } = localTime(moment, force)
          expect(
            timed.hours.some((one) => Number(one.slice(0, 2)) <= hour && hour < Number(one.slice(3))),
          ).toBe(true)
          expect(timed.days.length === 0 || timed.days.includes(contactDays[dayOfWeek - 1] ?? '')).toBe(true)
        },
      ),
    )
  })

  it('is nothing to whoever wants every way to be off', () => {
    for (const way of contactWays)
      for (const ways of [[], ['code'], ['i-will-contact']])
        expect(mayUse({ ...open, ways }, way, at('2026-06-01T18:00:00Z'), force)).toEqual({
          refused: 'not-to-be-contacted',
        })
  })

  it.each([
    // Summer and winter by the same clock: 18:00 is 17:00 UTC in the one and 18:00 in the other.
    ['2026-07-01T16:59:59Z', 'outside-hours'],
    ['2026-07-01T17:00:00Z', undefined],
    ['2026-07-01T20:59:59Z', undefined],
    ['2026-07-01T21:00:00Z', 'outside-hours'],
    ['2026-12-01T17:59:59Z', 'outside-hours'],
    ['2026-12-01T18:00:00Z', undefined],
    // The evenings of the days the clocks go forward and back.
    ['2026-03-29T16:59:59Z', 'outside-hours'],
    ['2026-03-29T17:00:00Z', undefined],
    ['2026-10-25T17:59:59Z', 'outside-hours'],
    ['2026-10-25T18:00:00Z', undefined],
  ])('at %s, after 18:00 on every day, refuses with %s', (moment, refused) => {
    const answer = mayUse(open, 'call', at(moment), force)
    expect(answer).toEqual(refused === undefined ? { ok: true } : { refused })
  })

  it.each([
    ['nothing ticked', { hours: [] }, 'hours-unread'],
    ['days alone', { hours: [], days: ['mon'] }, 'hours-unread'],
    ['another day', { days: ['tue'] }, 'outside-hours'],
    ['a day that is none', { days: ['someday'] }, 'hours-unread'],
    ['words alone', { onlyAt: false, times: 'not when he is here' }, 'hours-unread'],
    ['nothing said', { onlyAt: false }, undefined],
    ['any time, and words', { onlyAt: false, anyTime: true, times: 'ring twice' }, undefined],
  ])('with %s on a Monday evening', (_, change, refused) => {
    const answer = mayUse({ ...open, ...change }, 'call', at('2026-06-01T18:00:00Z'), force)
    expect(answer).toEqual(refused === undefined ? { ok: true } : { refused })
  })

  it('takes a letter for safe at any hour, once it is ticked', () => {
    const night = at('2026-06-01T02:00:00Z')
    expect(mayUse({ ...open, ways: ['post'] }, 'post', night, force)).toEqual({ ok: true })
    expect(mayUse(open, 'post', night, force)).toEqual({ refused: 'way-not-safe' })
  })

  it('gives the next moment at which it may be used, and it may be then', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...contactWays), moments, (plan, way, moment) => {
        const next = nextUse(plan, way, moment, force)
        if (next === null) {
          expect(mayUse(plan, way, moment, force).ok).toBeUndefined()
          return
        }
        expect(mayUse(plan, way, next, force)).toEqual({ ok: true })
        expect(next.getTime()).toBeGreaterThanOrEqual(moment.getTime())
      }),
    )
  })

  it.each([
    // The day after the clocks went back, and the first window of that evening.
    ['2026-10-25T23:00:00Z', '2026-10-26T18:00:00.000Z'],
    ['2026-03-28T22:30:00Z', '2026-03-29T17:00:00.000Z'],
    ['2026-06-01T09:00:00Z', '2026-06-01T17:00:00.000Z'],
  ])('waits from %s until %s', (moment, next) => {
    expect(nextUse(open, 'text', at(moment), force)).toBeNull()
    expect(nextUse(open, 'call', at(moment), force)?.toISOString()).toBe(next)
  })

  it('ends, where it does, at a moment at which it may not be used, and never before that', () => {
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom(...contactWays),
        moments,
        fc.double(shares),
        (plan, way, moment, share) => {
          const end = endOfUse(plan, way, moment, force)
          if (end === null) {
            const isLimited = plan.onlyAt && way !== 'post'
            expect(mayUse(plan, way, moment, force).ok === true && isLimited).toBe(false)
            return
          }
          const left = end.getTime() - moment.getTime()
          expect(left).toBeGreaterThan(0)
          expect(
            mayUse(plan, way, new Date(moment.getTime() + Math.floor(share * (left - 1))), force).ok,
          ).toBe(true)
          expect(mayUse(plan, way, end, force)).toEqual({ refused: 'outside-hours' })
        },
      ),
    )
  })

  it.each([
    ['2026-07-01T17:00:00Z', '2026-07-01T21:00:00.000Z'],
    ['2026-12-01T19:50:00Z', '2026-12-01T22:00:00.000Z'],
    ['2026-12-01T22:00:00Z', undefined],
  ])('may be used from %s until %s', (moment, end) => {
    expect(endOfUse(open, 'call', at(moment), force)?.toISOString()).toBe(end)
  })

  it('says windows that follow on one another as one', () => {
    expect(joinedHours(['20-22', '08-10', '18-20'])).toEqual([
      [8, 10],
      [18, 22],
    ])
  })
})
