import { expect, it, test } from 'vitest'
import { decoysWanted, mayMakeDecoys, mostDecoysAtOnce, readDecoyCount } from './decoy'
import { roles } from './words'

it('is for auditors to make', () => {
  expect(roles.filter(mayMakeDecoys)).toEqual(['auditor'])
})

test.each([
  [0, 0],
  [1, 2],
  [1_000, 2],
  [1_001, 4],
  [34_190, 70],
])('beside %i cases there ought to be %i', (cases, decoys) => {
  expect(decoysWanted(cases)).toBe(decoys)
})

test.each(['1', ' 7 ', String(mostDecoysAtOnce)])('%j is a number of decoys', (text) => {
  expect(readDecoyCount(text)).toBe(Number(text))
})

test.each(['', '0', '-1', '21', '1.5', '1e1', 'two', '0x2', '١'])('%j is none', (text) => {
  expect(() => readDecoyCount(text)).toThrow('invalid')
})
