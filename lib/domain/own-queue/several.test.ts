import { expect, it } from 'vitest'
import type { Role } from '../words'
import { readOutcomes, severalFor, writeOutcomes } from './several'

it.each<[Role, readonly string[]]>([
  ['call-handler', ['snooze', 'wake']],
  ['triager', ['assign', 'snooze', 'wake']],
  ['liaison-officer', ['take', 'snooze', 'wake']],
  ['supervisor', ['take', 'assign', 'snooze', 'wake']],
])('a %s may do to several cases: %j', (role, acts) => {
  expect(severalFor({ id: 'me', name: '', role, districts: [] })).toEqual(acts)
})

it('reads the outcomes it wrote', () => {
  const outcomes = [
    { reference: 'HC-7K2Q-M4TD', code: 'done' },
    { reference: 'LR-7K2Q-M4TD', code: 'high-risk' },
  ] as const
  expect(readOutcomes(writeOutcomes(outcomes))).toEqual(outcomes)
  expect(readOutcomes('')).toEqual([])
})
