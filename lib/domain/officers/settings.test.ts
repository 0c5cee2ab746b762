import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { limitOf } from '../officer-facts'
import { findSettingsProblems, missingSetUp, readOwnWord, readSettings } from './settings'

const known = ['north', 'south', 'west']
const typed = { districts: ['south', 'north'], openLimit: '6', serving: 'yes' }

describe('what a supervisor sets of an officer', () => {
  it('is read with the districts in their order', () => {
    expect(readSettings(typed, known)).toEqual({ districts: ['north', 'south'], openLimit: 6, active: true })
  })

  it.each([
    ['0', 0],
    [' 7 ', 7],
    ['50', 50],
    ['007', 7],
  ])('takes the limit %j', (openLimit, expected) => {
    expect(readSettings({ ...typed, openLimit }, known).openLimit).toBe(expected)
  })

  it.each([
    ['', 'not-a-limit'],
    ['six', 'not-a-limit'],
    ['-1', 'not-a-limit'],
    ['2.5', 'not-a-limit'],
    ['1e3', 'not-a-limit'],
    ['٣', 'not-a-limit'],
    ['99999999999999999999', 'not-a-limit'],
    ['51', 'limit-too-large'],
  ])('does not take the limit %j', (openLimit, problem) => {
    expect(findSettingsProblems({ ...typed, openLimit }, known)).toEqual([problem])
    expect(() => readSettings({ ...typed, openLimit }, known)).toThrow('invalid')
  })

  it.each([
    [[], 'no-district'],
    [['north', 'merged-away'], 'district-gone'],
  ])('does not take the districts %j', (districts, problem) => {
    expect(findSettingsProblems({ ...typed, districts }, known)).toEqual([problem])
    expect(() => readSettings({ ...typed, districts }, known)).toThrow('invalid')
  })

  it.each(['', 'no', 'YES', 'true'])('has them not serve for %j', (serving) => {
    expect(readSettings({ ...typed, serving }, known).active).toBe(false)
  })

  it('is read where nothing is wrong with it, and only there', () => {
    const anything = fc.record({
      districts: fc.array(fc.constantFrom('north', 'south', 'gone'), { maxLength: 4 }),
      openLimit: fc.oneof(fc.integer({ min: -2, max: 60 }).map(String), fc.string({ maxLength: 4 })),
      serving: fc.constantFrom('yes', ''),
    })
    fc.assert(
      fc.property(anything, (given) => {
        if (findSettingsProblems(given, known).length > 0) expect(() => readSettings(given, known)).toThrow()
        else {
          const { districts, openLimit } = readSettings(given, known)
          expect(new Set(districts)).toEqual(new Set(given.districts))
          expect(openLimit >= 0 && openLimit <= 50).toBe(true)
        }
      }),
    )
  })
})

describe("an officer's own word", () => {
  it('is read in the order of the force, each once', () => {
    const given = { languages: ['pl', 'en', 'pl'], specialisms: ['young-people', 'disability'] }
    expect(readOwnWord(given, hertfordshire)).toEqual({
      languages: ['en', 'pl'],
      specialisms: ['disability', 'young-people'],
    })
  })

  it.each([
    { languages: ['tlh'], specialisms: [] },
    { languages: ['en'], specialisms: ['everything'] },
  ])('is not taken for %j', (given) => {
    expect(() => readOwnWord(given, hertfordshire)).toThrow('invalid')
  })
})

describe('what is missing before cases can be offered', () => {
  const ready = { active: true, trainingUntil: new Date('2027-01-01'), districts: ['north'], shifts: [1] }

  it.each([
    ['nothing', {}, []],
    ['training', { trainingUntil: null }, ['training']],
    ['a district that is there still', { districts: ['merged-away'] }, ['districts']],
    ['duty', { shifts: [] }, ['duty']],
    [
      'everything for somebody new',
      { trainingUntil: null, districts: [], shifts: [] },
      ['training', 'districts', 'duty'],
    ],
    ['nothing for who does not serve', { active: false, trainingUntil: null }, []],
  ])('is %s', (_, change, expected) => {
    expect(missingSetUp({ ...ready, ...change }, known)).toEqual(expected)
  })
})

describe('how many cases an officer may hold', () => {
  it.each([
    [3, false, 3],
    [3, true, 4],
    [0, true, 0],
  ])('with a limit of %i and one more %s is %i', (openLimit, oneMore, expected) => {
    expect(limitOf({ openLimit, oneMore })).toBe(expected)
  })
})
