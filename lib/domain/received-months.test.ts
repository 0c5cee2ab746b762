import { expect, it } from 'vitest'
import { monthsIn, problemsOfMonths, readMonths, spanOfMonths } from './received-months'

const london = { timeZone: 'Europe/London' }
const span = (from: string, until: string, force = london) =>
  spanOfMonths({ from, until }, force).map((at) => at.toISOString())

it.each([
  // The clocks go forward within it, and back within October.
  ['2026-03', '2026-03', '2026-03-01T00:00:00.000Z', '2026-03-31T23:00:00.000Z'],
  ['2026-10', '2026-10', '2026-09-30T23:00:00.000Z', '2026-11-01T00:00:00.000Z'],
  ['2025-12', '2026-06', '2025-12-01T00:00:00.000Z', '2026-06-30T23:00:00.000Z'],
])('from %s to %s is from %s until %s', (from, until, begin, end) => {
  expect(span(from, until)).toEqual([begin, end])
})

it('goes by the clocks of the force', () => {
  expect(span('2026-01', '2026-01', { timeZone: 'America/St_Johns' })).toEqual([
    '2026-01-01T03:30:00.000Z',
    '2026-02-01T03:30:00.000Z',
  ])
})

it('is there where both months are', () => {
  expect(monthsIn({ from: '2026-01', until: '2026-02' })).toEqual({ from: '2026-01', until: '2026-02' })
  expect([monthsIn({ from: '2026-01' }), monthsIn({ until: '2026-01' }), monthsIn({})]).toEqual([
    null,
    null,
    null,
  ])
})

it.each([
  ['', '', []],
  [undefined, undefined, []],
  ['2026-03', '2026-11', []],
  [' 2016-12 ', '2026-11', []],
  ['2026-03', '', [['until', 'both']]],
  [undefined, '2026-03', [['from', 'both']]],
  [
    'March',
    '2026-13',
    [
      ['from', 'no-month'],
      ['until', 'no-month'],
    ],
  ],
  ['2026-03', '2026-12', [['until', 'future']]],
  ['2026-04', '2026-03', [['until', 'reversed']]],
  ['2016-11', '2026-11', [['from', 'too-long']]],
] as const)('of %s to %s it is said what is wrong, and of nothing else', (from, until, problems) => {
  expect(problemsOfMonths(from, until, '2026-11').map(({ field, code }) => [field, code])).toEqual(problems)
  const isRead = readMonths(from, until, '2026-11') !== undefined
  expect(isRead).toBe(problems.length === 0 && (from ?? '') !== '')
})
