import { expect, test } from 'vitest'
import {
  answersToOffer,
  identityAnswers,
  identityReasons,
  isIdentityAnswer,
  reasonsToReveal,
} from './identity'

const always = ['risk', 'person-asked', 'required-by-law']

test.each([
  ['those-who-need-it', false, identityReasons],
  ['those-who-need-it', true, identityReasons],
  ['only-the-officer', true, identityReasons],
  ['only-the-officer', false, always],
  ['nobody-yet', true, always],
  ['nobody-yet', false, always],
  [null, true, identityReasons],
  [null, false, always],
] as const)('where %s may know, and the case is held by the asker: %s', (wish, holds, reasons) => {
  expect(reasonsToReveal(wish, holds)).toEqual(reasons)
  // That the law requires it is nobody's answer.
  expect(answersToOffer(wish, holds)).toEqual(reasons.filter((one) => one !== 'required-by-law'))
})

test('nothing but the codes is an answer', () => {
  for (const text of ['', 'Risk', 'toString', 'curious', 'risk ', 'required-by-law'])
    expect(isIdentityAnswer(text)).toBe(false)
  for (const answer of identityAnswers) expect(isIdentityAnswer(answer)).toBe(true)
})
