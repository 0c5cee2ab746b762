import { expect, test } from 'vitest'
import { identityReasons, isIdentityReason, reasonsToReveal } from './identity'

const always = ['risk', 'person-asked']

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
})

test('nothing but the codes is a reason', () => {
  for (const text of ['', 'Risk', 'toString', 'curious', 'risk ']) expect(isIdentityReason(text)).toBe(false)
  for (const reason of identityReasons) expect(isIdentityReason(reason)).toBe(true)
})
