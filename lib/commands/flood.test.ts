import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { solver } from '@/lib/edge/puzzle'
import { mustWait, newTicket, secondsLeft, waitSeconds } from './flood'

vi.mock('@/lib/config/env', () => ({
  env: () => ({ RETURN_CODE_PEPPER: 'for-tests-only-'.padEnd(48, 'b') }),
}))

const token = randomBytes(32).toString('base64url')
const begun = new Date('2026-11-21T12:00:00Z')
const after = (seconds: number) => new Date(begun.getTime() + seconds * 1000)
const ticket = asOf(begun, () => newTicket(token))
const busy = { slow: false, busy: true, solution: '', ticket: '' }

it.each([
  [0, 20],
  [0.4, 20],
  [1, 19],
  [19.9, 1],
  [20, 0],
  [1_800, 0],
  [-60, 20],
])('after %f seconds there are %i left', (waited, left) => {
  expect(asOf(after(waited), () => secondsLeft(token, ticket))).toBe(left)
  expect(asOf(after(waited), () => mustWait(token, { ...busy, ticket }))).toBe(left > 0)
})

it.each([1_801, 86_400])(
  '%i seconds after it was given a ticket is none, and a new one is waited for',
  (age) => {
    asOf(after(age), () => {
      expect(secondsLeft(token, ticket)).toBeNull()
      expect(mustWait(token, { ...busy, ticket })).toBe(true)
      expect(secondsLeft(token, newTicket(token))).toBe(waitSeconds)
    })
  },
)

it('a ticket is good for its own token, and as it was given', () => {
  const at = after(waitSeconds)
  const [since = '', signed = ''] = ticket.split('.')
  const earlier = `${(parseInt(since, 36) - 20_000).toString(36)}.${signed}`
  for (const forged of [
    '',
    '.',
    earlier,
    `${since}.`,
    `${since}.${'A'.repeat(22)}`,
    `${ticket}x`,
    ` ${ticket}`,
  ]) {
    expect(asOf(at, () => secondsLeft(token, forged))).toBeNull()
    expect(asOf(at, () => mustWait(token, { ...busy, ticket: forged }))).toBe(true)
  }
  expect(asOf(at, () => secondsLeft(`x${token}`, ticket))).toBeNull()
})

it('any text is judged and none is taken', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(secondsLeft(token, text)).toBeNull()
    }),
  )
})

it('nobody waits without a flood, or with the puzzle solved', () => {
  expect(mustWait(token, { ...busy, busy: false })).toBe(false)
  const solution = solver(token, () => 0).work(1) ?? ''
  expect(mustWait(token, { ...busy, solution })).toBe(false)
  expect(mustWait(`x${token}`, { ...busy, solution })).toBe(true)
})
