import { describe, expect, it } from 'vitest'
import { dutyToCountOn, nextDuty } from './duty'

const now = new Date('2026-11-20T12:00:00Z')
const time = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))

describe('nextDuty', () => {
  it.each<[string, [number, number][], { from: number; until: number | null } | null]>([
    ['no shifts', [], null],
    ['only past shifts', [[1, 9]], null],
    ['a shift that ends now', [[4, 12]], null],
    ['a shift that runs', [[8, 16]], { from: 12, until: 16 }],
    ['a shift that starts now', [[12, 16]], { from: 12, until: 16 }],
    [
      'two that run',
      [
        [8, 14],
        [10, 18],
      ],
      { from: 12, until: 18 },
    ],
    [
      'the sooner of two ahead',
      [
        [30, 38],
        [14, 20],
      ],
      { from: 14, until: null },
    ],
    ['a shift written backwards', [[20, 14]], null],
  ])('%s', (_, shifts, expected) => {
    const rota = shifts.map(([from, to]) => ({ startsAt: time(from), endsAt: time(to) }))
    expect(nextDuty(rota, now)).toEqual(
      expected && { from: time(expected.from), until: expected.until === null ? null : time(expected.until) },
    )
  })
})

describe('dutyToCountOn', () => {
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
  it.each<[string, [number, number][], { from: number; until: number | null } | null]>([
    ['a shift that has two hours left', [[-360, 120]], { from: 0, until: 120 }],
    ['a shift in its last two hours', [[-360, 119]], null],
    [
      'the last minute of one, and another',
      [
        [-480, 1],
        [900, 1380],
      ],
      { from: 900, until: null },
    ],
    ['half of a short one', [[-30, 30]], { from: 0, until: 30 }],
    ['the end of a short one', [[-31, 29]], null],
    ['a short one ahead', [[10, 20]], { from: 10, until: null }],
    ['one written backwards', [[20, 10]], null],
  ])('%s', (_, shifts, expected) => {
    const rota = shifts.map(([from, to]) => ({ startsAt: minutes(from), endsAt: minutes(to) }))
    expect(dutyToCountOn(rota, now)).toEqual(
      expected && {
        from: minutes(expected.from),
        until: expected.until === null ? null : minutes(expected.until),
      },
    )
  })
})
