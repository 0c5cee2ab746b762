import { expect, test } from 'vitest'
import { riskFactsOf } from './risk-facts'

test.each([
  ['2026-11-21', true],
  ['2026-11-20', true],
  ['2026-11-19', false],
  ['2026-11-22', false],
  [null, false],
])('on 21 November 2026 an incident dated %s is recent: %s', (whenDate, recent) => {
  expect(riskFactsOf({ whenKind: 'day', whenDate }, '2026-11-21').recent).toBe(recent)
})

test.each(['now', 'today'])('what happened %s is recent whatever the date', (whenKind) => {
  expect(riskFactsOf({ whenKind, whenDate: '2020-01-01' }, '2026-11-21').recent).toBe(true)
})

test('without today no date is recent', () => {
  expect(riskFactsOf({ whenDate: '2026-11-21' }).recent).toBe(false)
})
