import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { suggestionWords } from './suggestion'

it('names the districts of an officer, and shows no id of one the force does not have', () => {
  const officer = { id: 'o', accountId: 'a', name: 'Ada Obi', districts: ['stevenage', 'merged-away'] }
  const result = {
    rule: 'district-officer',
    candidates: [{ officerId: 'o', reasons: [] }],
    leftOut: [],
  } as unknown as Parameters<typeof suggestionWords>[0]
  const clock = { t: translator('en'), now: new Date(), timeZone: 'Europe/London' }
  const names = new Map([['stevenage', 'Stevenage']])
  const [shown] = suggestionWords(result, [officer], names, clock, 3).officers
  expect(shown?.districts).toBe('Stevenage, a district the force does not have')
})
