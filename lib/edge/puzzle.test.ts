import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSolved, solver } from './puzzle'
import { sha256 } from './sha-256'

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 110 })

it('hashes as SHA-256 does', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest().readInt32BE(0))
    }),
    { numRuns: 2000 },
  )
})

it('what the solver finds solves the puzzle of its token and of no other', () => {
  fc.assert(
    fc.property(fc.base64String({ minLength: 43, maxLength: 44 }), (token) => {
      const solution = solver(token, () => 0).work(1) ?? ''
      expect(isSolved(token, solution)).toBe(true)
      expect(isSolved(`x${token}`, solution)).toBe(false)
      expect(isSolved(token, solution.slice(0, -1))).toBe(false)
      expect(isSolved(token, `${solution}.0`)).toBe(false)
    }),
    { numRuns: 5 },
  )
})

it('works in slices, and goes on where it stopped', () => {
  let time = 0
  const { work } = solver('token', () => (time += 1))
  const answers: (string | null)[] = []
  do answers.push(work(1))
  while (answers.at(-1) === null)
  expect(answers.length).toBeGreaterThan(10)
  expect(isSolved('token', answers.at(-1) ?? '')).toBe(true)
})

it('nothing else is a solution', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 16, maxLength: 16 }),
      (text, guess) => {
        expect(isSolved('token', text)).toBe(false)
        expect(isSolved('token', guess.map((number) => number.toString(36)).join('.'))).toBe(false)
      },
    ),
  )
})
