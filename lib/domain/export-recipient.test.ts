import { expect, test } from 'vitest'
import { identityFor, longestCourt, otherForces, readRecipient } from './export-recipient'
import { exportReasons } from './subject-access'

const force = {
  id: 'here',
  policeForces: { here: { name: 'Here', web: '' }, kent: { name: 'Kent Police', web: '' } },
}

test.each([
  ['subject-access', '', { code: 'person', court: null }],
  ['subject-access', 'kent', { code: 'person', court: null }],
  ['court', '  St Albans\u0000 Crown Court ', { code: 'court', court: 'St Albans  Crown Court' }],
  ['other-force', 'kent', { code: 'kent', court: null }],
] as const)('for %s and %j it is given to %j', (reason, typed, recipient) => {
  expect(readRecipient(reason, typed, force)).toEqual(recipient)
})

test.each([
  ['court', ''],
  ['court', ' \n'],
  ['court', 'x'.repeat(longestCourt + 1)],
  ['other-force', ''],
  ['other-force', 'here'],
  ['other-force', 'Kent Police'],
  ['other-force', 'toString'],
] as const)('for %s, %j names nobody', (reason, typed) => {
  expect(() => readRecipient(reason, typed, force)).toThrow('invalid')
})

test('another force is none of ours', () => {
  expect(otherForces(force)).toEqual([{ id: 'kent', name: 'Kent Police' }])
})

test('who somebody is goes to themselves and to a court, each for its own reason, and to no other force', () => {
  expect(exportReasons.map(identityFor)).toEqual(['person-asked', 'required-by-law', null])
})
