import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { JourneyContext } from '@/lib/journey/definition'
import { walk } from '@/lib/journey/walk'
import { report } from '../report'
import { referralSchema } from './document'
import type { ReferralDocument } from './document'
import { readReferral } from './read-referral'

const context: JourneyContext = { force: hertfordshire, channel: 'true-vision', today: '2026-11-22' }
const referral = (answers: ReferralDocument['answers']): ReferralDocument => ({
  ...{ version: 'referral/1', reference: 'TV-1', kind: 'report', answers },
})
const read = (answers: ReferralDocument['answers']) => readReferral(referral(answers), context)

describe('a referral', () => {
  it('is understood by the rules of the journey', () => {
    const given = {
      ...{ role: 'witness', whatHappened: ['abuse', 'threats'], account: ' Words. ', whenDate: '2026-11-20' },
      ...{ placeKind: 'street', postcode: 'sg1 1ey', contactChoice: 'anonymous' },
    }
    expect(read(given)).toEqual({
      answers: { ...given, account: 'Words.', postcode: 'SG1 1EY', district: undefined },
      notUnderstood: [],
      missing: expect.any(Array) as unknown,
    })
  })

  it('says what people who report themselves have to answer, and is taken without it', () => {
    expect(read({}).missing).toEqual(['role', 'whatHappened', 'placeKind', 'district', 'contactChoice'])
  })

  it('keeps what it does not understand as it came: other choices, other fields, questions nobody asks there', () => {
    const { answers, notUnderstood } = read({
      role: 'bystander',
      whatHappened: ['abuse', 'shouting'],
      whenDate: '2026-02-31',
      victimHeight: 'tall',
      phone: '01438 000000',
    })
    expect(answers).toEqual({ whatHappened: ['abuse'] })
    expect(notUnderstood).toEqual([
      { name: 'role', value: 'bystander' },
      { name: 'whatHappened', value: 'shouting' },
      { name: 'whenDate', value: '2026-02-31' },
      { name: 'victimHeight', value: 'tall' },
      { name: 'phone', value: '01438 000000' },
    ])
  })

  it('never asks for a return code, which it could give to nobody', () => {
    expect(read({ contactChoice: 'code-only' }).answers.contactChoice).toBeUndefined()
    const { answers, notUnderstood } = read({
      contactChoice: 'plan',
      safeWays: ['code', 'email'],
      email: 'a@b.test',
    })
    expect(answers).toMatchObject({ safeWays: ['email'], email: 'a@b.test', returnCode: 'no' })
    expect(notUnderstood).toEqual([{ name: 'safeWays', value: 'code' }])
  })

  it('of another force’s area is taken here, because it was sent here', () => {
    const { answers } = read({ placeKind: 'street', postcode: 'M1 1AE' })
    expect(answers).toMatchObject({ outside: 'send-anyway' })
  })

  it('loses no word and has no answer that our own page would not have taken', () => {
    const names = Object.keys(referralSchema.shape.answers.shape)
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 4 }))
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value), (given) => {
        const answers = Object.fromEntries(Object.entries(given).filter(([name]) => name !== '__proto__'))
        const { answers: taken, notUnderstood } = read(answers)
        const { relevant } = walk(report, taken, context)
        expect(relevant).toEqual(taken)
        for (const [name, said] of Object.entries(answers)) {
          if ([said].flat().join('').trim() === '') continue
          expect(name in taken || notUnderstood.some((one) => one.name === name), name).toBe(true)
        }
      }),
    )
  })
})
