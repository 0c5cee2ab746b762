import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import { bedfordshire } from '@/lib/force/bedfordshire'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import type { RiskFacts } from '@/lib/domain/risk-facts'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import { walk } from '@/lib/journey/walk'
import { reachOf, wantsReturnCode } from './contact-facts'
import { facetsOf } from './facets'
import { peopleOf } from '@/e2e/factories/imagined-people'
import { riskFactsOf } from './risk-facts'

const people = peopleOf(Object.values(forces))

const context: JourneyContext = { force: hertfordshire, channel: 'online' }

describe('the district of a report', () => {
  test.each<[string, Answers, string | null]>([
    ['by a postcode of one district', { postcode: 'AL1 1AA' }, 'st-albans'],
    ['by what the person chose', { postcode: 'SG1', district: 'north-herts' }, 'north-herts'],
    ['unknown when they are not sure', { postcode: 'SG1', district: 'not-sure' }, null],
    ['none when it is elsewhere', { district: 'outside-area', outside: 'send-anyway' }, null],
    ['none when the postcode is another force’s', { postcode: 'EH1', outside: 'send-anyway' }, null],
    ['by choice alone', { district: 'watford' }, 'watford'],
    ['none when nothing is said', {}, null],
  ])('%s', (_name, answers, district) => {
    expect(facetsOf('report', answers, context).district).toBe(district)
  })
})

describe('what else is kept in plaintext', () => {
  test('strands are those the force knows, without "other" and "unsure"', () => {
    const answers = { strands: ['race', 'age', 'other', 'unsure'] }
    expect(facetsOf('report', answers, context).strands).toEqual(['race'])
    const more = { ...context, force: { ...bedfordshire, extraStrands: ['age'] } }
    expect(facetsOf('report', answers, more).strands).toEqual(['race', 'age'])
  })

  test('a request for an officer always wants one, a report when it says so', () => {
    expect(facetsOf('liaison', {}, context)).toMatchObject({ kind: 'liaison-request', wantsOfficer: true })
    expect(facetsOf('report', { wantsOfficer: 'yes' }, context)).toMatchObject({
      kind: 'report',
      wantsOfficer: true,
    })
    expect(facetsOf('report', { wantsOfficer: 'not-sure' }, context).wantsOfficer).toBe(false)
  })

  test('exclusions and languages', () => {
    const answers = { excludeDistricts: ['watford'], excludeWho: 'PC Example', languages: ['bfi', 'other'] }
    expect(facetsOf('report', answers, context)).toMatchObject({
      excludedDistricts: ['watford'],
      namesExclusion: true,
      languages: ['bfi'],
    })
    expect(facetsOf('report', { excludeWho: null }, context).namesExclusion).toBe(false)
  })

  test('a report about somebody who works for the police is restricted', () => {
    expect(facetsOf('report', { suspect: ['stranger', 'police'] }, context).restricted).toBe(true)
    expect(facetsOf('report', { suspect: ['authority'] }, context).restricted).toBe(false)
  })
})

describe('risk facts', () => {
  test.each<[Answers, (keyof RiskFacts)[]]>([
    [{}, []],
    [{ whenKind: 'now' }, ['happeningNow', 'recent']],
    [{ whenKind: 'today' }, ['recent']],
    [{ happenedBefore: 'first' }, []],
    [{ happenedBefore: 'often' }, ['repeated']],
    [{ happenedBefore: 'worse' }, ['repeated', 'gettingWorse']],
    [{ whatHappened: ['harassment', 'images'] }, ['repeated', 'imagesShared']],
    [{ whatHappened: ['threats', 'blackmail'] }, ['threats', 'threatToOut']],
    [{ whatHappened: ['sexual', 'honour', 'conversion'] }, ['sexual', 'honourBased', 'conversionPractice']],
    [{ harm: ['medical'] }, ['injury', 'injuryUndated']],
    [{ harm: ['injured'], whenKind: 'not-sure' }, ['injury', 'injuryUndated']],
    [{ harm: ['injured'], whenKind: 'not-sure', whenDate: '2026-03-02' }, ['injury']],
    [{ harm: ['injured'], whenKind: 'about' }, ['injury', 'injuryUndated']],
    [{ harm: ['injured'], whenKind: 'day' }, ['injury', 'injuryUndated']],
    [{ harm: ['injured'], whenKind: 'period' }, ['injury', 'injuryUndated']],
    [{ harm: ['injured'], whenKind: 'day', whenDate: '2026-03-02' }, ['injury']],
    [{ harm: ['injured'], whenKind: 'today' }, ['recent', 'injury']],
    [{ whatHappened: ['assault'] }, ['attack']],
    [{ whatHappened: ['spat-or-thrown'] }, ['attack']],
    [{ harm: ['threat-to-kill'] }, ['threats', 'threatToKill']],
    [{ harm: ['weapon', 'self-harm', 'afraid-home'] }, ['weapon', 'selfHarm', 'afraidToGoHome']],
    [
      { harm: ['children', 'under-18', 'threat-to-out'] },
      ['threatToOut', 'underEighteen', 'childrenPresent'],
    ],
    [{ harm: ['none'] }, []],
    [{ suspect: ['neighbour'], suspectCount: 'several' }, ['suspectNear', 'severalPeople']],
    [{ suspect: ['carer'] }, ['suspectClose', 'dependent']],
    [{ suspect: ['partner'], suspectNear: 'yes' }, ['suspectNear', 'suspectClose']],
    [{ suspect: ['police'] }, ['suspectIsPolice']],
    [{ reason: ['domestic'] }, ['suspectClose']],
    [{ reason: ['honour', 'sexual', 'outed'] }, ['threatToOut', 'sexual', 'suspectClose', 'honourBased']],
  ])('%j', (answers, expected) => {
    const facts = riskFactsOf(answers)
    const raised = Object.entries(facts).flatMap(([fact, holds]) => (holds === true ? [fact] : []))
    expect(raised.sort()).toEqual([...expected].sort())
  })
})

test.each<[Answers, boolean]>([
  [{ contactChoice: 'anonymous' }, false],
  [{ contactChoice: 'code-only' }, true],
  [{ contactChoice: 'plan', safeWays: ['call'], returnCode: 'no' }, false],
  [{ contactChoice: 'plan', safeWays: ['call'], returnCode: 'yes' }, true],
  [{ contactChoice: 'plan', safeWays: ['call', 'code'] }, true],
])('whether a return code is made for %j', (answers, wanted) => {
  expect(wantsReturnCode(answers)).toBe(wanted)
})

test.each<[Answers, Reach]>([
  [{ contactChoice: 'anonymous' }, 'none'],
  [{ contactChoice: 'code-only' }, 'code'],
  [{ contactChoice: 'plan', safeWays: ['code'] }, 'code'],
  [{ contactChoice: 'plan', safeWays: ['code', 'i-will-contact'] }, 'code'],
  [{ contactChoice: 'plan', safeWays: ['i-will-contact'] }, 'theirs'],
  [{ contactChoice: 'plan', safeWays: ['i-will-contact'], returnCode: 'yes' }, 'theirs'],
  [{ contactChoice: 'plan', safeWays: ['i-will-contact', 'text'] }, 'out'],
  [{ contactChoice: 'plan', safeWays: ['trusted'] }, 'out'],
  [{ contactChoice: 'plan', safeWays: ['code', 'post'] }, 'out'],
])('how somebody hears from us with %j: %s', (answers, reach) => {
  expect(reachOf(answers)).toBe(reach)
})

test('whoever sends a report or request: the facets hold nothing but words of ours', () => {
  fc.assert(
    fc.property(people, ({ journey, context, answers }) => {
      fc.pre(journey.id !== 'equality')
      const { relevant } = walk(journey, answers, context)
      const facets = facetsOf(journey.id === 'report' ? 'report' : 'liaison', relevant, context)
      const districts = context.force.districts.map(({ id }) => id)
      if (facets.district !== null) expect(districts).toContain(facets.district)
      for (const id of facets.excludedDistricts) expect(districts).toContain(id)
      for (const language of facets.languages) expect(context.force.officerLanguages).toContain(language)
      const written = JSON.stringify(facets)
      for (const text of ['Sam', 'فاطمة', '01632', 'example']) expect(written).not.toContain(text)
    }),
  )
})
