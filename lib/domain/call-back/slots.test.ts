import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { localTime } from '../calendar'
import { contactDays, contactHours } from '../contact/contact-hours'
import { contactWays, mayUse } from '../contact/may-use'
import type { ReachPlan } from '../contact/may-use'
import { callBackState, mayBeKept, withoutWords } from './call-back'
import { isSafe, offerOf, readSlot, slotsFrom } from './slots'

const hours = {
  ...{ from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5], onBankHolidays: false },
  ...{ slotMinutes: 30, noticeMinutes: 60, daysAhead: 7 },
}
const force = { timeZone: 'Europe/London', callBacks: hours }
const changed = (change: Partial<typeof hours>) => ({ ...force, callBacks: { ...hours, ...change } })
const anyTime: ReachPlan = {
  ...{ choice: 'plan', ways: ['call'], anyTime: true, onlyAt: false },
  ...{ times: null, days: [], hours: [] },
}
const at = (time: string) => new Date(time)
const iso = (slots: ReturnType<typeof slotsFrom>) => slots.map(({ from }) => from.toISOString())

const moments = fc.date({ min: at('2026-01-01'), max: at('2030-12-31'), noInvalidDate: true })
const plans: fc.Arbitrary<ReachPlan> = fc.record({
  choice: fc.constantFrom('plan' as const, 'code-only' as const, 'anonymous' as const),
  ways: fc.subarray([...contactWays, 'code', 'i-will-contact']),
  anyTime: fc.boolean(),
  onlyAt: fc.boolean(),
  times: fc.constantFrom(null, 'after six'),
  days: fc.subarray([...contactDays]),
  hours: fc.subarray([...contactHours]),
})

describe('the times at which a force rings back', () => {
  it('lie on its days and in its hours by its own clocks, with notice, in order and apart', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...Object.values(forces)), (now, one) => {
        const { callBacks } = one
        const slots = slotsFrom(now, one)
        let last = now.getTime() + callBacks.noticeMinutes * 60_000
        for (const { from, until } of slots) {
          expect(from.getTime()).toBeGreaterThanOrEqual(last)
          expect(until.getTime() - from.getTime()).toBe(callBacks.slotMinutes * 60_000)
          last = until.getTime()
          const [begins, ends] = [localTime(from, one), localTime(until, one)]
          expect(callBacks.days).toContain(begins.dayOfWeek)
          expect(begins.toPlainTime().toString().slice(0, 5) >= callBacks.from).toBe(true)
          expect(ends.toPlainTime().toString().slice(0, 5) <= callBacks.to).toBe(true)
          const ahead = localTime(now, one).toPlainDate().until(begins.toPlainDate()).days
          expect(ahead).toBeLessThanOrEqual(callBacks.daysAhead)
        }
        expect(slots.length).toBeGreaterThan(0)
      }),
      { numRuns: 15 },
    )
  })

  it.each([
    // A Friday afternoon: the last of the day, and Monday.
    ['2026-11-20T15:31:00Z', {}, '2026-11-23T09:00:00.000Z'],
    ['2026-11-20T15:30:00Z', {}, '2026-11-20T16:30:00.000Z'],
    // By the clocks of summer.
    ['2026-07-03T20:00:00Z', {}, '2026-07-06T08:00:00.000Z'],
    // The evening before Good Friday: until Tuesday, but not where a force rings on holidays too.
    ['2026-04-02T20:00:00Z', {}, '2026-04-07T08:00:00.000Z'],
    ['2026-04-02T20:00:00Z', { onBankHolidays: true }, '2026-04-03T08:00:00.000Z'],
    // The Monday after the clocks went back, and forward.
    ['2026-10-24T12:00:00Z', {}, '2026-10-26T09:00:00.000Z'],
    ['2026-03-28T12:00:00Z', {}, '2026-03-30T08:00:00.000Z'],
  ])('after %s, with %j, begin at %s', (now, change, first) => {
    expect(iso(slotsFrom(at(now), changed(change)))[0]).toBe(first)
  })

  it('are none that the clocks skip, show twice or change in', () => {
    const night = changed({ from: '00:00', to: '03:00', days: [7], noticeMinutes: 0, daysAhead: 1 })
    expect(iso(slotsFrom(at('2026-03-28T12:00:00Z'), night))).toEqual([
      ...['2026-03-29T00:00:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-29T01:30:00.000Z'],
    ])
    const back = iso(slotsFrom(at('2026-10-24T12:00:00Z'), night))
    expect(new Set(back).size).toBe(back.length)
    expect(back).toEqual([
      ...['2026-10-24T23:00:00.000Z', '2026-10-24T23:30:00.000Z', '2026-10-25T00:00:00.000Z'],
      ...['2026-10-25T02:00:00.000Z', '2026-10-25T02:30:00.000Z'],
    ])
  })

  it('do not run over the end of the hours', () => {
    const odd = changed({ from: '09:00', to: '10:20', days: [1], daysAhead: 2 })
    expect(iso(slotsFrom(at('2026-11-22T12:00:00Z'), odd))).toEqual([
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T09:30:00.000Z',
    ])
  })
})

describe('what is offered to somebody', () => {
  it('is every time in which they may be rung from beginning to end, and no other', () => {
    fc.assert(
      fc.property(plans, moments, fc.double({ min: 0, max: 1, noNaN: true }), (plan, now, share) => {
        const { slots, refused } = offerOf(plan, now, force)
        if (slots === undefined) {
          expect(mayUse(plan, 'call', now, force)).toEqual({ refused })
          return
        }
        const offered = new Set(iso(slots))
        for (const slot of slotsFrom(now, force)) {
          const length = slot.until.getTime() - slot.from.getTime() - 1
          const within = new Date(slot.from.getTime() + Math.floor(share * length))
          expect(mayUse(plan, 'call', within, force).ok === true).toBe(offered.has(slot.from.toISOString()))
        }
      }),
      { numRuns: 60 },
    )
  })

  const now = at('2026-11-22T12:00:00Z')
  it.each<[Partial<ReachPlan>, string]>([
    [{ ways: ['email'] }, 'way-not-safe'],
    [{ ways: ['code'] }, 'not-to-be-contacted'],
    [{ choice: 'anonymous' }, 'not-to-be-contacted'],
    [{ anyTime: false, times: 'not when he is here' }, 'hours-unread'],
  ])('is nothing, with %j, and why: %s', (change, refused) => {
    expect(offerOf({ ...anyTime, ...change }, now, force)).toEqual({ refused })
  })

  it('is no time that begins in a safe hour and ends after it', () => {
    const long = changed({ slotMinutes: 45 })
    const early = { ...anyTime, anyTime: false, onlyAt: true, hours: ['08-10'] }
    const { slots } = offerOf(early, now, long)
    expect(new Set(slots?.map(({ from }) => localTime(from, force).toPlainTime().toString()))).toEqual(
      new Set(['09:00:00']),
    )
    const second = { from: at('2026-11-23T09:45:00Z'), until: at('2026-11-23T10:30:00Z') }
    expect(isSafe(second, early, force)).toBe(false)
  })

  it('is read again when it comes back: as it is then', () => {
    const monday = '2026-11-23T09:00:00.000Z'
    const evenings = { ...anyTime, anyTime: false, onlyAt: true, hours: ['18-20'] }
    expect(readSlot(monday, anyTime, now, force)).toEqual({
      from: at(monday),
      until: at('2026-11-23T09:30:00Z'),
    })
    expect(readSlot(monday, evenings, now, force)).toBe('not-safe')
    for (const text of ['', 'soon', '2026-11-23T09:10:00.000Z', '2026-11-22T13:00:00.000Z'])
      expect(readSlot(text, anyTime, now, force)).toBe('gone')
    expect(readSlot(monday, anyTime, at(monday), force)).toBe('gone')
  })

  it('needs none of their words', () => {
    const words = { ...anyTime, times: 'not when he is here', phone: '07700 900461' }
    expect(withoutWords(words)).toEqual({ ...anyTime, times: 'said' })
    expect(withoutWords(anyTime)).toEqual(anyTime)
  })
})

it.each([
  ['2026-11-23T07:00:00Z', 'ahead'],
  ['2026-11-23T09:29:59Z', 'at-risk'],
  ['2026-11-23T09:30:00Z', 'at-risk'],
  ['2026-11-23T09:30:01Z', 'broken'],
])('one that is agreed stands, at %s: %s', (now, state) => {
  const one = {
    ...{ setAt: at('2026-11-23T06:00:00Z') },
    ...{ from: at('2026-11-23T09:00:00Z'), until: at('2026-11-23T09:30:00Z') },
  }
  expect(callBackState(one, at(now))).toBe(state)
})

it('one that is agreed is held against their plan where that is known, and looked at where it changed', () => {
  const slot = { from: at('2026-11-23T09:00:00Z'), until: at('2026-11-23T09:30:00Z') }
  const one = { ...slot, setAt: at('2026-11-22T09:00:00Z'), planChanged: false }
  const evenings = { ...anyTime, anyTime: false, onlyAt: true, hours: ['18-20'] }
  const keeping = (planChanged: boolean, plan: ReachPlan | null) =>
    mayBeKept({ ...one, planChanged }, plan, force)
  expect([keeping(false, null), keeping(true, null)]).toEqual(['yes', 'look'])
  expect([keeping(true, anyTime), keeping(false, evenings)]).toEqual(['yes', 'not-safe'])
  expect(keeping(true, { ...anyTime, ways: ['email'] })).toBe('not-safe')
})
