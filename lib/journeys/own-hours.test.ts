import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactWays, mayUse } from '@/lib/domain/contact/may-use'
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
const promised = { by, dutyAt: null, asked: 'desk-first' } as const
const began = (answers: Answers) =>
  ownPromise(answers, promised, at, hertfordshire).begin?.toISOString() ?? null

describe('hours of their own that begin after what is promised', () => {
  it.each([
    ['on Saturday evening', plan, '2026-11-28T20:00:00.000Z'],
    ['on the very day', { ...plan, contactDays: ['mon'] }, null],
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
    const tuesday = new Date('2026-12-01T20:00:00Z')
    const said = (promise: { by: Date; dutyAt: Date | null }, answers: Answers) =>
      ownPromise(answers, { ...promised, ...promise }, night, hertfordshire).begin?.toISOString() ?? null
    expect(said({ by: tuesday, dutyAt: null }, plan)).toBe('2026-12-05T20:00:00.000Z')
    const morning = { ...plan, contactDays: ['tue'], contactHours: ['10-12'] }
    expect(said({ by: tuesday, dutyAt: null }, morning)).toBeNull()
    const onDuty = new Date('2026-12-01T18:00:00Z')
    expect(said({ by: tuesday, dutyAt: onDuty }, morning)).toBe('2026-12-08T10:00:00.000Z')
  })

  it('are told exactly where no way of theirs may be used before', () => {
    const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 })
    const hours = fc.subarray(['08-10', '10-12', '18-20', '20-22'], { minLength: 1 })
    fc.assert(
      fc.property(days, hours, fc.subarray([...contactWays], { minLength: 1 }), (...[day, hour, ways]) => {
        const answers = { ...plan, contactDays: day, contactHours: hour, safeWays: ways }
        const reach = contactPlanOf(answers)
        const quarters = Array.from({ length: 97 }, (_, one) => new Date(at.getTime() + one * 900_000))
        const isReachable = quarters.some((one) =>
          contactWays.some((way) => mayUse(reach, way, one, hertfordshire).ok === true),
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
