import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayUse } from '@/lib/domain/contact/may-use'
import type { Answers } from '@/lib/journey/definition'
import { contactPlanOf } from './contact-plan'
import { heldAnswers } from './held-plan'
import { shownReach, withoutReach } from './reach-mask'

const force = { timeZone: 'Europe/London' }
const afternoon = new Date('2026-06-01T14:00:00Z')
const evening = new Date('2026-06-01T18:00:00Z')
const answers: Answers = {
  contactChoice: 'plan',
  safeWays: ['call'],
  contactWhen: 'only-at',
  contactHours: ['18-20'],
  phone: '07700 900461',
  email: 'sam@example.test',
  postalAddress: 'Care of the library',
  trustedPerson: 'Alex',
}
const row = (questionId: string, value: string) => ({
  questionId,
  stepSlug: 'details',
  label: questionId,
  value,
})
const sections = [
  {
    id: 'contact',
    title: 'Reaching you',
    rows: [row('phone', '07700 900461'), row('email', 'sam@example.test'), row('name', 'Sam')],
  },
]
const shownAt = (at: Date, more: Answers = {}, isAsked = false) =>
  shownReach(contactPlanOf({ ...answers, ...more }), isAsked, at, force)

describe('what of a plan is on the page', () => {
  it('is the number inside its hours alone', () => {
    expect(shownAt(evening)).toMatchObject({ number: 'open', plan: { phone: '07700 900461' } })
    expect(shownAt(afternoon)).toMatchObject({ number: { refused: 'outside-hours' }, plan: { phone: null } })
    expect(shownAt(evening, { safeWays: ['text'] })).toMatchObject({
      number: { refused: 'way-not-safe' },
      plan: { phone: null },
    })
  })

  it('is the number where it was asked for, and nothing else with it', () => {
    const { number, plan } = shownAt(afternoon, {}, true)
    expect(number).toBe('asked')
    expect(plan).toMatchObject({
      phone: '07700 900461',
      email: null,
      postalAddress: null,
      trustedPerson: null,
    })
  })

  it('has nothing of a way that was not ticked, at any hour', () => {
    expect(shownAt(evening).plan).toMatchObject({ email: null, postalAddress: null, trustedPerson: null })
    const every = shownAt(afternoon, { safeWays: ['call', 'email', 'post', 'trusted'] }).plan
    expect(every).toMatchObject({
      email: 'sam@example.test',
      postalAddress: 'Care of the library',
      trustedPerson: 'Alex',
    })
  })

  it('is never a number that a call may not be made to, whatever was answered', () => {
    const plans = fc.record({
      contactChoice: fc.constantFrom('plan', 'code-only', 'anonymous', null),
      safeWays: fc.subarray(['call', 'text', 'email', 'code', 'i-will-contact']),
      contactWhen: fc.constantFrom('any-time', 'only-at', null),
      contactHours: fc.subarray(['08-10', '14-16', '18-20']),
      contactTimes: fc.constantFrom(null, 'evenings'),
    })
    const moments = fc.date({ min: afternoon, max: new Date('2027-06-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(plans, moments, (given, at) => {
        const plan = contactPlanOf({ ...given, phone: '07700 900461' })
        const shown = shownReach(plan, false, at, force)
        expect(shown.plan.phone !== null).toBe(mayUse(plan, 'call', at, force).ok === true)
        expect(JSON.stringify(withoutReach(sections, shown, false)).includes('900461')).toBe(
          shown.plan.phone !== null,
        )
      }),
    )
  })

  it('leaves out of what was sent every way once another plan holds', () => {
    const text = JSON.stringify(withoutReach(sections, shownAt(evening), true))
    expect(text).not.toContain('900461')
    expect(text).not.toContain('sam@example.test')
    expect(text).toContain('"value":"Sam"')
  })
})

describe('the plan that holds', () => {
  it('takes the place of all that was said of being reached, and of nothing else', () => {
    const held = heldAnswers(
      { role: 'on-behalf', theyKnow: 'no', ...answers },
      {
        contactChoice: 'plan',
        safeWays: ['text'],
        phone: '07700 900999',
        account: 'not a way',
      },
    )
    expect(held).toEqual({
      ...{ role: 'on-behalf', theyKnow: 'no' },
      ...{ contactChoice: 'plan', safeWays: ['text'], phone: '07700 900999' },
    })
  })

  it('is what was sent where there is no other', () => {
    expect(heldAnswers(answers, null)).toBe(answers)
  })
})
