import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { isFar, saidDay, saidDistance, saidTime } from './clock'
import type { Clock } from './clock'

const clock: Clock = { now: new Date('2026-06-10T12:00:00Z'), timeZone: 'Europe/London', t: translator('en') }

describe('times in words', () => {
  it.each([
    ['2026-06-10T16:00:00Z', 'today 17:00', 'in 4 hours'],
    ['2026-06-10T11:20:00Z', 'today 12:20', '40 minutes late'],
    ['2026-06-10T12:50:00Z', 'today 13:50', 'in 50 minutes'],
    ['2026-06-09T08:00:00Z', 'yesterday 09:00', '28 hours late'],
    ['2026-06-11T13:00:00Z', 'tomorrow 14:00', 'tomorrow 14:00'],
    ['2026-06-15T11:00:00Z', 'Mon 12:00', 'Mon 12:00'],
    ['2026-12-03T09:30:00Z', '3 Dec 09:30', '3 Dec 09:30'],
    ['2027-12-03T09:30:00Z', '3 Dec 2027 09:30', '3 Dec 2027 09:30'],
    ['2026-06-01T11:00:00Z', '1 Jun 12:00', '9 days late'],
  ])('%s is %s, which is %s', (at, time, distance) => {
    expect(saidTime(new Date(at), clock)).toBe(time)
    expect(saidDistance(new Date(at), clock)).toBe(distance)
    expect(isFar(new Date(at), clock)).toBe(time === distance)
  })

  it('says the year only when it is another', () => {
    expect(saidDay(new Date('2026-12-03T00:00:00Z'), clock)).toBe('3 Dec')
    expect(saidDay(new Date('2027-05-03T00:00:00Z'), clock)).toBe('3 May 2027')
  })
})
