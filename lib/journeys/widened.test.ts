import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactDays, contactHours } from '@/lib/domain/contact/contact-hours'
import { contactWays, mayUse } from '@/lib/domain/contact/may-use'
import type { Answers } from '@/lib/journey/definition'
import { contactPlanOf } from './contact-plan'
import { widenedBy } from './widened'

const plan = (answers: Answers) =>
  contactPlanOf({ contactChoice: 'plan', contactWhen: 'any-time', ...answers })
const evening = { contactWhen: 'only-at', contactHours: ['18-20'] }

describe('what a plan allows that the one before did not', () => {
  it.each([
    ['nothing, where a way is taken off', { safeWays: ['call', 'text'] }, { safeWays: ['text'] }, []],
    ['nothing, where all is off', { safeWays: ['call'] }, { contactChoice: 'anonymous' }, []],
    ['a way', { safeWays: ['text'] }, { safeWays: ['text', 'call'] }, ['call']],
    [
      'every way, from none',
      { contactChoice: 'code-only' },
      { safeWays: ['post', 'email'] },
      ['email', 'post'],
    ],
    ['any time, from certain times', { safeWays: ['text'], ...evening }, { safeWays: ['text'] }, ['hours']],
    ['nothing, the other way round', { safeWays: ['text'] }, { safeWays: ['text'], ...evening }, []],
    [
      'an hour more',
      { safeWays: ['text'], ...evening },
      { safeWays: ['text'], ...evening, contactHours: ['18-20', '20-22'] },
      ['hours'],
    ],
    [
      'hours, where none was known',
      { safeWays: ['text'], contactWhen: 'only-at' },
      { safeWays: ['text'], ...evening },
      ['hours'],
    ],
    [
      'more on a voicemail',
      { safeWays: ['call'] },
      { safeWays: ['call'], voicemail: 'name-only' },
      ['voicemail'],
    ],
    [
      'to say that it is the police',
      { safeWays: ['text'], maySay: 'neutral' },
      { safeWays: ['text'], maySay: 'police', othersSee: 'no' },
      ['police'],
    ],
    [
      'another number',
      { safeWays: ['text'], phone: '07700900123' },
      { safeWays: ['text'], phone: '07700900999' },
      ['elsewhere'],
    ],
  ] as const)('is %s', (_, before, after, widened) => {
    expect(widenedBy(plan(before), plan(after))).toEqual(widened)
  })

  const anyPlan = fc
    .record({
      contactChoice: fc.constantFrom('plan', 'code-only', 'anonymous'),
      safeWays: fc.subarray([...contactWays, 'code', 'i-will-contact']),
      contactWhen: fc.constantFrom('any-time', 'only-at', null),
      contactDays: fc.subarray([...contactDays]),
      contactHours: fc.subarray([...contactHours]),
      contactTimes: fc.constantFrom(null, 'after work'),
    })
    .map(contactPlanOf)
  const force = { timeZone: 'Europe/London' }
  const moment = fc.date({
    ...{ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true },
  })

  it('is never nothing where somebody may be reached in a way and at a time that they could not be before', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.constantFrom(...contactWays), moment, (before, after, way, at) => {
        const opened = mayUse(after, way, at, force).ok === true && mayUse(before, way, at, force).ok !== true
        if (opened) expect(widenedBy(before, after)).not.toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('is nothing of a plan beside itself', () => {
    fc.assert(
      fc.property(anyPlan, (one) => {
        expect(widenedBy(one, one)).toEqual([])
      }),
    )
  })
})
