import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { keepLimits, keepRange, readKeepDay, retentionOf, retentionState } from './retention'
import type { RetentionFacts } from './retention'
import { submissionKinds } from './words'

const at = (text: string) => new Date(text)
const facts = (closed: string, more: Partial<RetentionFacts> = {}): RetentionFacts => ({
  ...{ kind: 'report', disposition: 'advice', receivedAt: at('2025-01-01T10:00:00Z'), keptUntil: null },
  ...{ closedAt: at(closed), ...more },
})
const dueOn = (given: RetentionFacts) => retentionOf(given, hertfordshire)?.dueOn

describe('how long cases are kept, from the shortest to the longest', () => {
  it('is of every kind and every end', () => {
    const months = (amount: number) => ({ ...rule, keep: { amount, unit: 'months' } }) as const
    const rule = { id: 'x', source: '', checked: null }
    const { retention } = hertfordshire
    const shortest = { ...rule, keep: { amount: 20, unit: 'days' } } as const
    expect(keepRange(retention)).toEqual({
      least: { amount: 90, unit: 'days' },
      most: { amount: 12, unit: 'months' },
    })
    const other = { report: months(2), 'liaison-request': months(3) }
    expect(keepRange({ ...retention, kinds: other, dispositions: { a: shortest, b: months(1) } })).toEqual({
      least: shortest.keep,
      most: months(3).keep,
    })
    expect(keepRange({ ...retention, kinds: other, dispositions: {} })).toEqual({
      least: months(2).keep,
      most: months(3).keep,
    })
  })
})

describe('when the period of a case ends', () => {
  it.each([
    ['a year after it was closed', '2025-06-10T11:00:00Z', {}, '2026-06-10'],
    ['by the force’s clock, which is ahead in summer', '2025-06-10T23:30:00Z', {}, '2026-06-11'],
    ['and is not in winter', '2025-12-10T23:30:00Z', {}, '2026-12-10'],
    ['in the night the clocks go forward', '2025-03-30T00:59:00Z', {}, '2026-03-30'],
    ['in the night they go back', '2025-10-25T23:30:00Z', {}, '2026-10-26'],
    ['on the last of February, where it was closed on a leap day', '2024-02-29T11:00:00Z', {}, '2025-02-28'],
    [
      'ninety days after, where nobody could be reached',
      '2025-06-10T11:00:00Z',
      { disposition: 'no-contact-possible' },
      '2025-09-08',
    ],
    [
      'a year after, for somebody who asked to talk',
      '2025-06-10T11:00:00Z',
      { kind: 'liaison-request' },
      '2026-06-10',
    ],
    ['later, where somebody decided so', '2025-06-10T11:00:00Z', { keptUntil: '2026-12-01' }, '2026-12-01'],
    ['never sooner', '2025-06-10T11:00:00Z', { keptUntil: '2025-12-01' }, '2026-06-10'],
  ] as const)('%s', (_, closed, more, expected) => {
    const early = { receivedAt: at('2024-01-01T10:00:00Z') }
    expect(dueOn(facts(closed, { ...early, ...more }))).toBe(expected)
  })

  it('is not before a case is closed, and is anew when it is opened and closed again', () => {
    expect(retentionOf({ ...facts('2025-06-10T11:00:00Z'), closedAt: null }, hertfordshire)).toBeNull()
    expect(dueOn(facts('2025-11-02T11:00:00Z'))).toBe('2026-11-02')
  })

  it('names the rule, whose words are looked up by it', () => {
    const ruleOf = (disposition: string) =>
      retentionOf(facts('2025-06-10T11:00:00Z', { disposition }), hertfordshire)?.ruleId
    expect([ruleOf('advice'), ruleOf('linked-crime'), ruleOf('no-contact-possible')]).toEqual([
      'report',
      'crime',
      'no-contact',
    ])
  })
})

const instant = fc.date({ min: at('2024-01-01'), max: at('2040-12-31'), noInvalidDate: true })
const anyFacts = fc.record({
  kind: fc.constantFrom(...submissionKinds),
  disposition: fc.constantFrom(null, 'advice', 'crime', 'no-contact-possible', 'gone from the list'),
  ...{ receivedAt: instant, closedAt: instant, keptUntil: fc.constant(null) },
})

describe('for every case there can be', () => {
  it('the warning begins as long before the end as the force says, and the end is after closing', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...Object.values(forces)), (one, force) => {
        const found = retentionOf(one, force)
        const days = (Date.parse(found?.dueOn ?? '') - Date.parse(found?.warnOn ?? '')) / 86_400_000
        expect(days).toBe(force.retention.warnDays)
        expect(Date.parse(found?.dueOn ?? '')).toBeGreaterThan(one.closedAt.getTime())
      }),
    )
  })

  it('a clock that stood too early at closing shortens nothing', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(5_000_000_000), (one, back) => {
        const closedAt = new Date(one.receivedAt.getTime() - back)
        const right = retentionOf({ ...one, closedAt: one.receivedAt }, hertfordshire)
        expect(retentionOf({ ...one, closedAt }, hertfordshire)).toEqual(right)
      }),
    )
  })

  it('closed later it ends no sooner, and it goes through kept, soon and overdue in that order', () => {
    const order = ['kept', 'soon', 'overdue']
    fc.assert(
      fc.property(anyFacts, fc.nat(9_000_000_000), instant, (one, later, day) => {
        const sooner = retentionOf(one, hertfordshire)
        const second = retentionOf(
          { ...one, closedAt: new Date(one.closedAt.getTime() + later) },
          hertfordshire,
        )
        if (sooner === null || second === null) throw new Error('Both are closed.')
        expect(second.dueOn >= sooner.dueOn).toBe(true)
        const next = new Date(day.getTime() + later)
        const states = [day, next].map((when) => retentionState(sooner, when.toISOString().slice(0, 10)))
        expect(order.indexOf(states[1] ?? '')).toBeGreaterThanOrEqual(order.indexOf(states[0] ?? ''))
      }),
    )
  })

  it('what is kept longer is due later than it was, and no later than the force allows at once', () => {
    fc.assert(
      fc.property(anyFacts, instant, fc.integer({ min: 1, max: 364 }), (one, now, more) => {
        const today = now.toISOString().slice(0, 10)
        const before = retentionOf(one, hertfordshire)
        if (before === null) throw new Error('It is closed.')
        const limits = keepLimits(before, today, hertfordshire)
        const typed = new Date(Date.parse(limits.first) + (more - 1) * 86_400_000).toISOString().slice(0, 10)
        const keptUntil = readKeepDay(typed, limits)
        const after = retentionOf({ ...one, keptUntil }, hertfordshire)
        expect(after?.dueOn).toBe(typed)
        expect(typed > before.dueOn && typed > today && typed <= limits.last).toBe(true)
      }),
    )
  })
})

describe('until when a case may be kept', () => {
  const limits = keepLimits({ dueOn: '2026-06-10' }, '2026-06-20', hertfordshire)

  it('is after today and the present end, for a year at once', () => {
    expect(limits).toEqual({ first: '2026-06-21', last: '2027-06-20' })
    expect(keepLimits({ dueOn: '2026-07-10' }, '2026-06-20', hertfordshire).first).toBe('2026-07-11')
  })

  it.each([
    '',
    '2026-06-20',
    '2027-06-21',
    '2026-13-01',
    '2026-02-30',
    '21/06/2026',
    '9999-01-01',
    '2026-6-21',
  ])('is not %j', (typed) => {
    expect(() => readKeepDay(typed, limits)).toThrow('invalid')
  })
})
