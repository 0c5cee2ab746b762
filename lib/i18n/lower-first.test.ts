import { expect, test } from 'vitest'
import { lowerFirst } from './lower-first'

test.each([
  ['Passed to British Transport Police', 'passed to British Transport Police'],
  ['Ŵyl', 'ŵyl'],
  ['', ''],
])('%j goes on as %j', (words, goesOn) => {
  expect(lowerFirst(words)).toBe(goesOn)
})
