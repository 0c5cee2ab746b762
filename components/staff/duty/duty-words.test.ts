import { describe, expect, it } from 'vitest'
import { dutyActs } from '@/lib/domain/rota/duty-acts'
import { rotaProblems } from '@/lib/domain/rota/pattern'
import { calendarProblems, leftOutReasons } from '@/lib/domain/rota/understood-calendar'
import { translator } from '@/lib/i18n/translate'
import { dayWords, occasionWords, partWords, turnWords } from './duty-words'

const t = translator('en')
const clock = { now: new Date('2026-11-21T12:00:00Z'), timeZone: 'Europe/London', t }
const span = (from: string, to: string) => ({
  startsAt: new Date(`${from}:00Z`),
  endsAt: new Date(`${to}:00Z`),
})

describe('there are words for', () => {
  it.each([
    ...rotaProblems.map((code) => `staff.duty.wrong.${code}`),
    ...calendarProblems.map((code) => `staff.duty.calendar.problem.${code}`),
    ...leftOutReasons.map((code) => `staff.duty.calendar.why.${code}`),
    ...dutyActs.flatMap((code) => [`staff.duty.audit.${code}`, `staff.duty.done.${code}`]),
  ])('%s', (key) => {
    expect(t.has(key)).toBe(true)
  })
})

it.each([
  ['2026-11-23', 'Mon 23 Nov'],
  ['2027-01-01', 'Fri 1 Jan 2027'],
])('the day %s is %s', (day, words) => {
  expect(dayWords(day, clock)).toBe(words)
})

it.each([
  ['duty', '2026-11-23T09:00', '2026-11-23T17:00', 'On duty 09:00 to 17:00'],
  ['duty', '2026-11-23T22:00', '2026-11-24T00:00', 'On duty from 22:00'],
  ['duty', '2026-11-24T00:00', '2026-11-24T06:00', 'On duty until 06:00'],
  ['away', '2027-06-30T23:00', '2027-07-01T23:00', 'Away all day'],
] as const)('%s from %s to %s: %s', (kind, from, to, words) => {
  expect(partWords({ kind, ...span(from, to) }, clock)).toBe(words)
})

it.each([
  ['2026-12-01T00:00', '2026-12-04T00:00', 'Tue 1 Dec to Thu 3 Dec'],
  ['2027-06-30T23:00', '2027-07-01T23:00', 'Thu 1 Jul 2027'],
  ['2026-12-01T18:00', '2026-12-01T22:00', 'Tue 1 Dec, 18:00 to 22:00'],
  ['2026-12-01T22:00', '2026-12-02T06:00', '1 Dec 22:00 to 2 Dec 06:00'],
])('from %s to %s on one occasion: %s', (from, to, words) => {
  expect(occasionWords(span(from, to), clock)).toBe(words)
})

it('names the days of a week, and counts those of another cycle', () => {
  const turns = [
    { day: 0, from: '07:00', to: '15:00' },
    { day: 1, from: '07:00', to: '15:00' },
    { day: 3, from: '22:00', to: '06:00' },
  ]
  const pattern = { startsOn: '2026-01-05', endsOn: null, cycleDays: 7, turns }
  expect(turnWords(pattern, clock)).toEqual(['Mon, Tue 07:00 to 15:00', 'Thu 22:00 to 06:00'])
  expect(turnWords({ ...pattern, cycleDays: 9 }, clock)).toEqual([
    'day 1, day 2 07:00 to 15:00',
    'day 4 22:00 to 06:00',
  ])
})
