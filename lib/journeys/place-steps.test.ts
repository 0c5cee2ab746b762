import { describe, expect, test } from 'vitest'
import { bedfordshire } from '@/lib/force/bedfordshire'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import type { Answers, JourneyContext, ResolvedQuestion } from '@/lib/journey/definition'
import { viewStep } from '@/lib/journey/view-step'
import { leadFrom, visitOf, walk } from '@/lib/journey/walk'
import { districtOf, forcesElsewhere } from './place-facts'
import { report } from './report'

const herts: JourneyContext = { force: hertfordshire, channel: 'online' }
const begun = { role: 'victim', whatHappened: ['abuse'], account: null } as const
const when = { whenKind: null, whenDate: null, happenedBefore: null, whenWords: null }
const at = (place: Answers): Answers => ({ ...begun, ...when, ...place })
const street = (postcode: string | null, more: Answers = {}) =>
  at({ placeKind: 'street', postcode, address: null, placeDescription: null, ...more })

function optionsOf(question: ResolvedQuestion | undefined): readonly string[] {
  return question !== undefined && 'options' in question ? question.options : []
}

describe('from a place to the next question', () => {
  test.each<[string, Answers, string]>([
    ['a postcode of one district settles it', street('AL1 1AA'), 'why'],
    ['a postcode that straddles districts asks which', street('SG1'), 'district'],
    ['no postcode asks which', street(null), 'district'],
    ['a postcode nobody knows asks which', street('ZZ99'), 'district'],
    ['not sure is an answer', street(null, { district: 'not-sure' }), 'why'],
    ['a district left blank is not', street(null, { district: null }), 'district'],
    ['a district that the postcode rules out is not', street('SG1', { district: 'watford' }), 'district'],
    ['a postcode of another force', street('EH1'), 'outside'],
    ['a place in another area', street(null, { district: 'outside-area' }), 'outside'],
    ['the other side of a border', street('SG5', { district: 'elsewhere' }), 'outside'],
    ['sent all the same', street('EH1', { outside: 'send-anyway' }), 'why'],
    ['stopped there', street('EH1', { outside: 'stop' }), 'outside'],
    ['online asks no address', at({ placeKind: 'online' }), 'online'],
    [
      'online may leave the district blank',
      at({ placeKind: 'online', onlinePlatform: null, onlineHandle: null, district: null }),
      'why',
    ],
  ])('%s', (_name, answers, slug) => {
    expect(walk(report, answers, herts).frontier?.slug).toBe(slug)
  })
})

describe('a whole postcode that was looked up', () => {
  const known = (district: string | null): JourneyContext => ({
    ...herts,
    unit: { unit: 'SG1 1AA', district },
  })

  test.each<[string, Answers, string | null, string]>([
    ['decides, where its first half would have asked', street('sg11aa'), 'stevenage', 'why'],
    ['decides that it is another force’s', street('SG1 1AA'), null, 'outside'],
    ['says nothing of another one', street('SG1 1AB'), 'stevenage', 'district'],
    ['says nothing of its first half', street('SG1'), 'stevenage', 'district'],
    ['says nothing of what was chosen without one', street(null, { district: 'watford' }), null, 'why'],
  ])('%s', (_name, answers, district, slug) => {
    expect(walk(report, answers, known(district)).frontier?.slug).toBe(slug)
  })

  test('gives the district, and names the forces that may cover it', () => {
    expect(districtOf(street('SG1 1AA'), known('stevenage'))).toBe('stevenage')
    expect(districtOf(street('SG1 1AA', { district: 'north-herts' }), known('stevenage'))).toBe('stevenage')
    expect(forcesElsewhere(street('SG1 1AA'), known(null)).length).toBeGreaterThan(0)
  })
})

test('a straddling postcode offers its own districts, no postcode offers all of the force', () => {
  const asked = (answers: Answers, context: JourneyContext) =>
    optionsOf(visitOf(walk(report, answers, context), 'district')?.questions[0])
  expect(asked(street('SG1'), herts)).toEqual([
    ...(hertfordshire.outcodes.SG1?.districts ?? []),
    'elsewhere',
    'not-sure',
  ])
  const beds = { ...herts, force: bedfordshire }
  expect(asked(street(null), beds)).toEqual([
    ...bedfordshire.districts.map(({ id }) => id),
    'not-sure',
    'outside-area',
  ])
})

test('outside the area the page names the forces there, and the answers lead back or away', () => {
  const answers = street('EH1')
  const visit = visitOf(walk(report, answers, herts), 'outside')
  if (visit === undefined) throw new Error('EH1 is outside Hertfordshire')
  const [force] = forcesElsewhere(answers, herts)
  const name = hertfordshire.policeForces[force ?? '']?.name
  const view = viewStep({
    journey: report,
    step: visit.step,
    answers,
    context: herts,
    t: translator('en'),
    base: '/report',
  })
  expect(name).toBeTruthy()
  expect(view.lead).toContain(name)
  expect(leadFrom(visit.questions, { outside: 'different-place' })).toEqual({ to: 'step', slug: 'where' })
  expect(leadFrom(visit.questions, { outside: 'stop' })).toEqual({ to: 'away' })
})

test('a railway brings a word about the police who look after it', () => {
  const lead = (placeKind: string) => {
    const answers = at({ placeKind })
    const step = visitOf(walk(report, answers, herts), 'place')?.step
    if (step === undefined) throw new Error('no place step')
    return viewStep({ journey: report, step, answers, context: herts, t: translator('en'), base: '/report' })
      .lead
  }
  expect(lead('rail')).toContain('British Transport Police')
  expect(lead('street')).not.toContain('British Transport Police')
})

test('changing the postcode later drops the district chosen for the old one', () => {
  const moved = street('AL1 1AA', { district: 'north-herts' })
  expect(walk(report, moved, herts).relevant).not.toHaveProperty('district')
})
