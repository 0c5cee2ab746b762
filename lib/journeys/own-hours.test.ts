import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactWays, mayUse } from '@/lib/domain/contact/may-use'
import type { ReckonedPromise } from '@/lib/domain/clocks/promise-for'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Answers } from '@/lib/journey/definition'
import { contactPlanOf } from './contact-plan'
import { ownPromise, toldOfHours } from './own-hours'

// A Monday.
const at = new Date('2026-11-23T11:00:00Z')
const by = new Date('2026-11-24T11:00:00Z')
const plan = {
  contactChoice: 'plan',
  safeWays: ['call', 'text'],
  phone: '07700 900461',
  contactWhen: 'only-at',
  contactDays: ['sat'],
  contactHours: ['20-22'],
}
const promised = {
  by,
  target: by,
  dutyAt: null,
  dutyUntil: null,
  beyondTarget: false,
  asked: 'desk-first',
} as const
const began = (answers: Answers, more: Partial<ReckonedPromise> = {}, from = at, force = hertfordshire) =>
  ownPromise(answers, { ...promised, ...more }, from, force).begin?.toISOString() ?? null

describe('hours of their own in which nobody is there by the promised time', () => {
  it.each([
    ['on Saturday evening', plan, '2026-11-28T20:00:00.000Z'],
    ['on the very day', { ...plan, contactDays: ['mon'], contactHours: ['18-20'] }, null],
    ['on the very day, when nobody reads', { ...plan, contactDays: ['mon'] }, '2026-11-23T20:00:00.000Z'],
    ['at any time', { ...plan, contactWhen: 'any-time' }, null],
    ['never, as no hour was ticked', { ...plan, contactDays: [], contactHours: [] }, null],
    ['on Saturday, but a letter may come before', { ...plan, safeWays: ['call', 'post'] }, null],
    ['for whoever comes with a code alone', { ...plan, contactChoice: 'code-only' }, null],
    ['for whoever said nothing', {}, null],
  ])('%s', (_name, answers, expected) => {
    expect(began(answers)).toBe(expected)
  })

  it('begin when somebody is there to get in touch: not with an hour of theirs at night, nor before who is counted on is on duty', () => {
    const night = new Date('2026-11-28T20:30:00Z')
    const tuesday = { by: new Date('2026-12-01T20:00:00Z') }
    expect(began(plan, tuesday, night)).toBe('2026-12-05T20:00:00.000Z')
    const morning = { ...plan, contactDays: ['tue'], contactHours: ['10-12'] }
    expect(began(morning, tuesday, night)).toBeNull()
    const duty = { dutyAt: new Date('2026-12-01T18:00:00Z'), dutyUntil: new Date('2026-12-02T02:00:00Z') }
    expect(began(morning, { ...tuesday, ...duty }, night)).toBe('2026-12-08T10:00:00.000Z')
  })

  it.each([
    // The promise ends as they begin.
    ['tue', '20-22', '2026-11-24T20:00:00.000Z'],
    // The duty ends before, and its last half hour is too little.
    ['tue', '18-20', '2026-11-24T18:00:00.000Z'],
    ['tue', '16-18', null],
    ['mon', '16-18', '2026-11-30T16:00:00.000Z'],
  ])('are compared with all of the duty that is counted on: %s %s', (day, hours, expected) => {
    const duty = { dutyAt: new Date('2026-11-24T09:00:00Z'), dutyUntil: new Date('2026-11-24T18:30:00Z') }
    const own = { ...plan, contactDays: [day], contactHours: [hours] }
    expect(began(own, { by: new Date('2026-11-24T20:00:00Z'), ...duty })).toBe(expected)
  })

  it('begin anew where little is left of them', () => {
    const monday = { ...plan, contactDays: ['mon'], contactHours: ['10-12'] }
    expect(began(monday, {}, new Date('2026-11-23T11:15:00Z'))).toBe('2026-11-30T10:00:00.000Z')
  })

  it('have it read by the time the force aims for, whenever an officer is on duty', () => {
    const duty = { dutyAt: new Date('2026-11-27T08:00:00Z'), dutyUntil: new Date('2026-11-27T16:00:00Z') }
    const later = { ...promised, ...duty, by: duty.dutyUntil, beyondTarget: true, asked: 'officer' } as const
    const { promise } = ownPromise(
      { ...plan, contactHours: ['18-20'], contactDays: [] },
      later,
      at,
      hertfordshire,
    )
    expect(promise).toEqual({ ...promised, asked: 'nobody' })
  })

  it('are nobody’s who set none, where nobody reads before the promised time', () => {
    const weekdays = { ...hertfordshire, readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] } }
    const friday = new Date('2026-11-27T18:00:00Z')
    const until = { by: new Date('2026-11-28T18:00:00Z') }
    expect(began({ ...plan, contactWhen: 'any-time' }, until, friday, weekdays)).toBeNull()
    expect(began({ ...plan, safeWays: ['post'] }, until, friday, weekdays)).toBeNull()
  })

  it('are told exactly where there is no hour of theirs in which somebody is there', () => {
    const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 })
    const hours = fc.subarray(['08-10', '10-12', '18-20', '20-22'], { minLength: 1 })
    const quarter = (one: number) => new Date(at.getTime() + one * 900_000)
    const isRead = (one: Date) => one.getUTCHours() >= 8 && one.getUTCHours() < 20
    fc.assert(
      fc.property(days, hours, fc.subarray([...contactWays], { minLength: 1 }), (...[day, hour, ways]) => {
        const answers = { ...plan, contactDays: day, contactHours: hour, safeWays: ways }
        const reach = contactPlanOf(answers)
        const isUsed = (one: Date) =>
          contactWays.some((way) => mayUse(reach, way, one, hertfordshire).ok === true)
        const isReachable = Array.from({ length: 93 }, (_, first) => first).some((first) =>
          [0, 1, 2, 3].every((more) => isUsed(quarter(first + more)) && isRead(quarter(first + more))),
        )
        const { promise, begin } = ownPromise(answers, promised, at, hertfordshire)
        expect(begin === null).toBe(isReachable)
        // That somebody is in touch is promised to whoever may be reached by then, and to nobody else.
        expect(promise).toEqual(isReachable ? promised : { ...promised, asked: 'nobody' })
      }),
    )
  })

  it('are kept for the page after sending, and so is that none is safe', () => {
    const begin = new Date('2026-11-28T20:00:00Z')
    expect(toldOfHours(plan, begin)).toEqual({ hoursBegin: '2026-11-28T20:00:00.000Z' })
    const never = { ...plan, contactDays: [], contactHours: [] }
    expect(toldOfHours(never, null)).toEqual({ barred: ['call', 'text'] })
    expect(toldOfHours({ ...plan, contactWhen: 'any-time' }, null)).toEqual({})
  })
})
