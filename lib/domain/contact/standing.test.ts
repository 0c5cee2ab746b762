import { expect, it } from 'vitest'
import { contactWays } from './may-use'
import type { ReachPlan } from './may-use'
import { standingOf } from './standing'

const force = { timeZone: 'Europe/London' }
const night = new Date('2026-11-20T01:00:00Z')
const silent: ReachPlan = {
  ...{ choice: 'plan', ways: contactWays, anyTime: false, onlyAt: false },
  ...{ times: null, days: [], hours: [] },
}
const unsaid = (change: Partial<ReachPlan>) =>
  standingOf({ ...silent, ...change }, night, force).flatMap(({ way, isUnsaid }) => (isUnsaid ? [way] : []))

it('tells ways for which they called no hour safe from those that are safe now', () => {
  expect(unsaid({})).toEqual(['call', 'text', 'email', 'trusted'])
  expect(unsaid({ ways: ['trusted'] })).toEqual(['trusted'])
  expect(unsaid({ anyTime: true })).toEqual([])
  expect(unsaid({ onlyAt: true })).toEqual([])
  expect(unsaid({ times: 'not when he is here' })).toEqual([])
})
