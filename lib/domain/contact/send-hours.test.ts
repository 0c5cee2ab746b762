import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { mayUse, nextUse } from './may-use'
import type { ReachPlan } from './may-use'
import { planForSending } from './send-hours'

const blank: ReachPlan = {
  ...{ choice: 'plan', ways: ['text'], anyTime: false, onlyAt: false },
  ...{ times: null, days: [], hours: [] },
}
const reading = (from: string, to: string, days = [1, 2, 3, 4, 5, 6, 7]) => ({
  timeZone: 'Europe/London',
  readingHours: { from, to, days },
})
const every = reading('08:00', '20:00')
const sends = (force: ReturnType<typeof reading>, at: string, plan = blank) =>
  mayUse(planForSending(plan, force), 'text', new Date(at), force).ok === true

describe('what goes out by itself to whoever left blank when', () => {
  it.each([
    ['2026-12-01T03:00:00Z', false],
    ['2026-12-01T07:59:59Z', false],
    ['2026-12-01T08:00:00Z', true],
    ['2026-12-01T19:59:59Z', true],
    ['2026-12-01T20:00:00Z', false],
    // By the force's clock: eight in summer is seven UTC.
    ['2026-07-01T07:00:00Z', true],
    ['2026-07-01T19:00:00Z', false],
  ])('at %s: %s', (at, expected) => {
    expect(sends(every, at)).toBe(expected)
  })

  it('keeps to windows that lie whole in the hours in which the force reads, on its days', () => {
    const office = reading('09:00', '17:00', [1, 2, 3, 4, 5])
    expect(planForSending(blank, office)).toMatchObject({
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      hours: ['10-12', '12-14', '14-16'],
    })
    // A Saturday: it waits for Monday at ten.
    const next = nextUse(planForSending(blank, office), 'text', new Date('2026-12-05T12:00:00Z'), office)
    expect(next?.toISOString()).toBe('2026-12-07T10:00:00.000Z')
  })

  it('leaves everybody else what they said', () => {
    const said = [
      { anyTime: true },
      { onlyAt: true, hours: ['20-22'] },
      { onlyAt: true },
      { times: 'not when he is here' },
    ]
    for (const one of said) {
      const plan = { ...blank, ...one }
      expect(planForSending(plan, every)).toEqual(plan)
    }
    expect(sends(every, '2026-12-01T03:00:00Z', { ...blank, anyTime: true })).toBe(true)
  })

  it.each(Object.values(forces))('has hours of $id in which it goes out', (force) => {
    expect(
      nextUse(planForSending(blank, force), 'text', new Date('2026-12-01T03:00:00Z'), force),
    ).not.toBeNull()
  })
})
