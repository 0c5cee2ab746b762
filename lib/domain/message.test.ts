import { expect, test } from 'vitest'
import { longestMessage, messageProblem } from './message'

test.each([
  ['', 'required'],
  ['a', null],
  ['x'.repeat(longestMessage), null],
  ['x'.repeat(longestMessage + 1), 'too-long'],
])('what is wrong with a message: case %#', (text, problem) => {
  expect(messageProblem(text)).toBe(problem)
})
