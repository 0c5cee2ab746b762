import { describe, expect, it } from 'vitest'
import { contactPlanOf, isNeutral } from './contact-plan'

describe('a contact plan', () => {
  it('is neutral in what is sent wherever somebody else may read it', () => {
    const sent = (othersSee: string | null) =>
      isNeutral(contactPlanOf({ contactChoice: 'plan', maySay: 'police', othersSee }))
    expect(['yes', 'not-sure', null, 'no'].map(sent)).toEqual([true, true, true, false])
    expect(isNeutral(contactPlanOf({ contactChoice: 'plan', maySay: 'police' }))).toBe(true)
    expect(isNeutral(contactPlanOf({ contactChoice: 'plan', maySay: 'neutral', othersSee: 'no' }))).toBe(true)
  })

  it('says nothing about police unless the person allowed it', () => {
    expect(contactPlanOf({ contactChoice: 'plan', maySay: 'police' }).maySayPolice).toBe(true)
    expect(contactPlanOf({ contactChoice: 'plan', maySay: 'neutral' }).maySayPolice).toBe(false)
    expect(contactPlanOf({ contactChoice: 'plan', maySay: null }).maySayPolice).toBe(false)
    expect(contactPlanOf({ contactChoice: 'plan' }).maySayPolice).toBe(false)
  })

  it.each([
    ['plan', 'plan'],
    ['code-only', 'code-only'],
    ['anonymous', 'anonymous'],
    [null, 'anonymous'],
  ] as const)('of %s is %s', (contactChoice, choice) => {
    expect(contactPlanOf({ contactChoice }).choice).toBe(choice)
  })

  it('knows for whom somebody reports, and nothing of it where they speak for themselves', () => {
    const said = { theyKnow: 'no', contactWhom: 'both', contactChoice: 'plan' }
    expect(contactPlanOf({ ...said, role: 'on-behalf' }).behalf).toEqual({
      ...{ theyKnow: 'no', contactWhom: 'both' },
      reachThem: null,
    })
    expect(contactPlanOf({ ...said, role: 'victim' }).behalf).toBeNull()
    expect(contactPlanOf({ role: 'on-behalf', theyKnow: null, contactWhom: null }).behalf).toEqual({
      ...{ theyKnow: null, contactWhom: null },
      reachThem: null,
    })
  })

  it('keeps what was given as it was given', () => {
    const plan = contactPlanOf({
      contactChoice: 'plan',
      safeWays: ['text', 'code'],
      name: 'Sam',
      contactWhen: 'only-at',
      contactTimes: 'after 18:00',
      mustNotKnow: ['partner'],
    })
    expect(plan).toMatchObject({ ways: ['text', 'code'], name: 'Sam', times: 'after 18:00', anyTime: false })
    expect(plan.onlyAt).toBe(true)
    expect(plan.mustNotKnow).toEqual(['partner'])
    expect(plan.phone).toBeNull()
  })
})
