import { describe, expect, it } from 'vitest'
import { spanOfWeeks, weeksFrom, weeksOf } from './weeks'

const force = { timeZone: 'Europe/London' }
const at = (text: string) => new Date(`${text}:00Z`)
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })

describe('weeks', () => {
  const weeks = weeksOf(
    '2026-03-23',
    2,
    {
      shifts: [span('2026-03-28T22:00', '2026-03-29T05:00'), span('2026-03-30T08:00', '2026-03-30T12:00')],
      leave: [span('2026-03-31T23:00', '2026-04-02T23:00'), span('2026-04-01T10:00', '2026-04-01T12:00')],
    },
    force,
  )
  const days = weeks.flat()

  it('are of seven days each, from the Monday on', () => {
    expect(weeks.map((week) => [week.length, week[0]?.date])).toEqual([
      [7, '2026-03-23'],
      [7, '2026-03-30'],
    ])
  })

  it('show a night on both its days, and days away as one part each', () => {
    const hour = (date: Date) => date.toISOString().slice(11, 16)
    const parts = days.flatMap(({ date, parts: all }) =>
      all.map(({ kind, startsAt, endsAt }) => `${date} ${kind} ${hour(startsAt)} ${hour(endsAt)}`),
    )
    expect(parts).toEqual([
      '2026-03-28 duty 22:00 00:00',
      '2026-03-29 duty 00:00 05:00',
      '2026-03-30 duty 08:00 12:00',
      '2026-04-01 away 23:00 23:00',
      '2026-04-02 away 23:00 23:00',
    ])
  })

  it('last as long as they do by the force’s clock', () => {
    expect(spanOfWeeks('2026-03-23', 1, force)).toEqual(span('2026-03-23T00:00', '2026-03-29T23:00'))
    expect(weeksFrom('2026-03-23', -1)).toBe('2026-03-16')
  })
})
