import { expect, it } from 'vitest'
import type { Answers } from '@/lib/journey/definition'
import { findJourney } from './find-journey'
import { identifiersOf, identifiersOfKind } from './identifiers'

const found = (answers: Answers) => identifiersOf(answers).map(({ kind, normal }) => `${kind} ${normal}`)

it('a case is found by what the reporter gave of themselves', () => {
  expect(
    found({
      name: 'Siân Llŷr',
      phone: '07700 900461',
      email: 'Sian@Example.test',
      postcode: 'sg1 1ab',
      postalAddress: 'Flat 2\n9 High Street\nStevenage\nSG2 0xy\nEngland',
    }),
  ).toEqual([
    ...['telephone +447700900461', 'email sian@example.test', 'postcode SG1 1AB', 'postcode SG2 0XY'],
    'surname llyr',
  ])
})

it.each<[string, Answers]>([
  ['nothing', {}],
  ['blanks', { name: null, phone: null, email: null, postcode: null, postalAddress: null }],
  ['half a postcode', { postcode: 'SG1' }],
  ['an address without a postcode', { postalAddress: 'Flat 2, 10 High Street, Stevenage' }],
  ['what is no text', { name: ['Ada'], phone: ['07700 900461'] }],
])('not by %s', (_what, answers) => {
  expect(found(answers)).toEqual([])
})

it('a postcode given twice is one', () => {
  expect(found({ postcode: 'SG1 1AB', postalAddress: '9 High Street, SG11AB' })).toEqual(['postcode SG1 1AB'])
})

it.each(['report', 'liaison'])('no other answer of a %s is looked at', (journey) => {
  const own = new Set(['name', 'phone', 'email', 'postcode', 'postalAddress'])
  const ids = (findJourney(journey)?.steps ?? []).flatMap(({ questions }) => questions.map(({ id }) => id))
  expect(ids.filter((id) => own.has(id)).sort()).toEqual([...own].sort())
  const planted = 'Ada Obi 07700 900461 ada@example.test SG1 1AB'
  for (const value of [...planted.split(' '), '07700900461', 'SG1 1AB', planted])
    expect(found(Object.fromEntries(ids.filter((id) => !own.has(id)).map((id) => [id, value])))).toEqual([])
})

it('never has more of a kind than there is room for', () => {
  const answers = { postcode: 'SG1 1AB', postalAddress: 'SG2 0XY SG3 1AB SG4 1AB' }
  const kinds = identifiersOf(answers).map(({ kind }) => kind)
  expect(kinds).toHaveLength(identifiersOfKind.postcode)
  expect(found(answers)).toContain('postcode SG4 1AB')
})
