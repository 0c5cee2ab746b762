import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseStatuses, risks } from '../words'
import { readSnooze, snoozeEnd, snoozeLengths, snoozeProblem } from './snooze'
import type { Snoozable } from './snooze'

const london = { timeZone: 'Europe/London' }
const quiet: Snoozable = {
  ...{ status: 'in-progress', risk: 'low', restricted: false, dangerAt: null },
  ...{ messageWaiting: false, dueAt: null },
}
const until = new Date('2026-11-25T08:00:00Z')

describe('what is put off', () => {
  it.each([
    ['two-hours', '2026-11-23T15:00:00Z', '2026-11-23T17:00:00Z'],
    ['next-day', '2026-11-23T15:00:00Z', '2026-11-24T08:00:00Z'],
    // A Friday, and Christmas.
    ['next-day', '2026-11-27T15:00:00Z', '2026-11-30T08:00:00Z'],
    ['next-day', '2026-12-24T15:00:00Z', '2026-12-29T08:00:00Z'],
    // Over both changes of the clock.
    ['three-days', '2026-10-23T15:00:00Z', '2026-10-26T08:00:00Z'],
    ['week', '2026-03-26T15:00:00Z', '2026-04-02T07:00:00Z'],
  ] as const)('for %s at %s comes back at %s', (length, at, back) => {
    expect(snoozeEnd(length, new Date(at), london)).toEqual(new Date(back))
  })

  it('comes back later than now and within eight days, whenever it is', () => {
    const times = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-06-01'), noInvalidDate: true })
    fc.assert(
      fc.property(times, fc.constantFrom(...snoozeLengths), (at, length) => {
        const ahead = snoozeEnd(length, at, london).getTime() - at.getTime()
        expect(ahead).toBeGreaterThan(0)
        expect(ahead).toBeLessThanOrEqual(8 * 86_400_000)
      }),
    )
  })
})

describe('a case', () => {
  it.each<[Partial<Snoozable>, string | null]>([
    [{}, null],
    [{ risk: 'medium' }, null],
    [{ risk: 'high' }, 'high-risk'],
    [{ status: 'closed' }, 'closed'],
    [{ restricted: true }, 'sealed'],
    [{ dangerAt: until, risk: 'high' }, 'danger'],
    [{ messageWaiting: true }, 'message-waiting'],
    [{ dueAt: until }, 'due-before'],
    [{ dueAt: new Date(until.getTime() + 1) }, null],
  ])('with %j is kept in the queue because: %s', (facts, why) => {
    expect(snoozeProblem({ ...quiet, ...facts }, until)).toBe(why)
  })

  it('that is sealed, of high risk, in danger, or due by then never leaves a queue', () => {
    const facts = fc.record({
      status: fc.constantFrom(...caseStatuses),
      risk: fc.constantFrom(...risks),
      restricted: fc.boolean(),
      dangerAt: fc.option(fc.date({ noInvalidDate: true })),
      messageWaiting: fc.boolean(),
      dueAt: fc.option(fc.date({ noInvalidDate: true })),
    })
    fc.assert(
      fc.property(facts, fc.date({ noInvalidDate: true }), (one, end) => {
        const mayGo = snoozeProblem(one, end) === null
        const isUrgent = one.risk === 'high' || one.dangerAt !== null || one.messageWaiting
        const isDue = one.dueAt !== null && one.dueAt <= end
        expect(mayGo).toBe(!isUrgent && !isDue && !one.restricted && one.status !== 'closed')
      }),
    )
  })
})

it.each([
  ['off-duty', 'week', { reason: 'off-duty', length: 'week' }],
  ['off-duty', 'year', null],
  ['', 'week', null],
])('the words %j and %j are %j', (reason, length, read) => {
  expect(readSnooze(reason, length)).toEqual(read)
})
