import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Shift } from '../officer-facts'
import type { DutySources, Pattern } from './duty-sources'
import { dutyOf } from './duty-of'
import { merged } from './spans'

const force = { timeZone: 'Europe/London' }
const at = (text: string) => new Date(text)
const iso = (spans: readonly Shift[]) =>
  spans.map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(0, 16)} ${endsAt.toISOString().slice(0, 16)}`,
  )

const every = (from: string, to: string, more: Partial<Pattern> = {}): DutySources => ({
  patterns: [{ startsOn: '2026-01-05', endsOn: null, cycleDays: 1, turns: [{ day: 0, from, to }], ...more }],
  extras: [],
  leave: [],
})

describe('duty by a pattern', () => {
  it.each([
    [
      'a winter day',
      every('09:00', '17:00'),
      '2026-01-12',
      '2026-01-13',
      ['2026-01-12T09:00 2026-01-12T17:00'],
    ],
    [
      'a summer day',
      every('09:00', '17:00'),
      '2026-07-06',
      '2026-07-07',
      ['2026-07-06T08:00 2026-07-06T16:00'],
    ],
    [
      'over midnight, from the day before',
      every('22:00', '06:00', { cycleDays: 2, startsOn: '2026-01-05' }),
      '2026-01-06',
      '2026-01-07',
      ['2026-01-06T00:00 2026-01-06T06:00'],
    ],
    [
      'a whole day each day is one long duty',
      every('08:00', '08:00'),
      '2026-01-12',
      '2026-01-14',
      ['2026-01-12T00:00 2026-01-14T00:00'],
    ],
    ['before it starts', every('09:00', '17:00'), '2025-12-01', '2026-01-05', []],
    [
      'to its last day, and the night after',
      every('22:00', '06:00', { endsOn: '2026-01-06' }),
      '2026-01-06T12:00',
      '2026-02-01',
      ['2026-01-06T22:00 2026-01-07T06:00'],
    ],
    // The night in which clocks go forward: 01:00 to 02:00 is not there.
    [
      'the short night',
      every('22:00', '06:00'),
      '2026-03-28T12:00',
      '2026-03-29T12:00',
      ['2026-03-28T22:00 2026-03-29T05:00'],
    ],
    [
      'to a time that is skipped',
      every('00:30', '01:30'),
      '2026-03-29',
      '2026-03-29T12:00',
      ['2026-03-29T00:30 2026-03-29T01:00'],
    ],
    [
      'from a time that is skipped',
      every('01:30', '02:15'),
      '2026-03-29',
      '2026-03-29T12:00',
      ['2026-03-29T01:00 2026-03-29T01:15'],
    ],
    ['wholly within what is skipped', every('01:15', '01:45'), '2026-03-29', '2026-03-29T12:00', []],
    // The night in which clocks go back: 01:00 to 02:00 comes twice.
    [
      'the long night',
      every('22:00', '06:00'),
      '2026-10-24T12:00',
      '2026-10-25T12:00',
      ['2026-10-24T21:00 2026-10-25T06:00'],
    ],
    [
      'from a time that comes twice',
      every('01:30', '03:00'),
      '2026-10-25',
      '2026-10-25T12:00',
      ['2026-10-25T00:30 2026-10-25T03:00'],
    ],
    [
      'to a time that comes twice',
      every('00:30', '01:30'),
      '2026-10-24T23:00',
      '2026-10-25T12:00',
      ['2026-10-24T23:30 2026-10-25T00:30'],
    ],
  ] as const)('%s', (_, sources, from, to, expected) => {
    const utc = (text: string) => at(`${text}${text.length === 10 ? 'T00:00' : ''}:00Z`)
    expect(iso(dutyOf(sources, utc(from), utc(to), force))).toEqual(expected)
  })

  it('counts days from its own first day', () => {
    const sources = every('09:00', '10:00', {
      cycleDays: 3,
      startsOn: '2026-01-06',
      turns: [{ day: 2, from: '09:00', to: '10:00' }],
    })
    expect(
      iso(dutyOf(sources, at('2026-01-05T00:00Z'), at('2026-01-15T00:00Z'), force)).map((one) =>
        one.slice(0, 10),
      ),
    ).toEqual(['2026-01-08', '2026-01-11', '2026-01-14'])
  })

  it('is nothing in an empty window', () => {
    const now = at('2026-01-12T10:00Z')
    expect(dutyOf(every('09:00', '17:00'), now, now, force)).toEqual([])
  })

  it('a year away is a year without duty, but for what lies around it', () => {
    const sources = {
      ...every('09:00', '17:00'),
      leave: [{ startsAt: at('2026-02-01T12:00Z'), endsAt: at('2027-02-01T12:00Z') }],
    }
    expect(iso(dutyOf(sources, at('2026-02-01T00:00Z'), at('2027-02-02T00:00Z'), force))).toEqual([
      '2026-02-01T09:00 2026-02-01T12:00',
      '2027-02-01T12:00 2027-02-01T17:00',
    ])
  })
})

const start = Date.parse('2026-01-01T00:00:00Z')
const minute = 60_000
const clockTime = fc
  .integer({ min: 0, max: 1439 })
  .map((all) => `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`)
const isoDay = fc
  .integer({ min: -400, max: 1900 })
  .map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10))
const pattern: fc.Arbitrary<Pattern> = fc
  .record({
    startsOn: isoDay,
    lasts: fc.option(fc.integer({ min: 0, max: 900 })),
    cycleDays: fc.integer({ min: 1, max: 84 }),
    turns: fc.array(fc.record({ day: fc.nat(83), from: clockTime, to: clockTime }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ lasts, turns, ...rest }) => ({
    ...rest,
    endsOn: lasts === null ? null : Temporal.PlainDate.from(rest.startsOn).add({ days: lasts }).toString(),
    turns: turns.map((turn) => ({ ...turn, day: turn.day % rest.cycleDays })),
  }))
const span = fc
  .tuple(fc.integer({ min: -40_000, max: 2_700_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([from, length]): Shift => ({
    startsAt: new Date(start + from * minute),
    endsAt: new Date(start + (from + length) * minute),
  }))
const sources: fc.Arbitrary<DutySources> = fc.record({
  patterns: fc.array(pattern, { maxLength: 4 }),
  extras: fc.array(span, { maxLength: 5 }),
  leave: fc.array(span, { maxLength: 5 }),
})
const window = fc
  .tuple(fc.integer({ min: 0, max: 2_600_000 }), fc.integer({ min: 1, max: 30_000 }))
  .map(([from, length]): readonly [Date, Date] => [
    new Date(start + from * minute),
    new Date(start + (from + length) * minute),
  ])
const runs = { numRuns: 300 }
const overlap = (one: Shift, other: Shift) => one.startsAt < other.endsAt && other.startsAt < one.endsAt

describe('whatever the sources', () => {
  it('duty lies in order, apart, and in the window', () => {
    fc.assert(
      fc.property(sources, window, (given, [from, to]) => {
        const duty = dutyOf(given, from, to, force)
        duty.forEach((one, place) => {
          expect(one.startsAt < one.endsAt && one.startsAt >= from && one.endsAt <= to).toBe(true)
          const next = duty[place + 1]
          if (next !== undefined) expect(one.endsAt < next.startsAt).toBe(true)
        })
      }),
      runs,
    )
  })

  it('nobody is on duty in their leave, nor outside what says they are', () => {
    fc.assert(
      fc.property(sources, window, (given, [from, to]) => {
        const duty = dutyOf(given, from, to, force)
        expect(duty.some((one) => given.leave.some((away) => overlap(one, away)))).toBe(false)
        const all = dutyOf({ ...given, leave: [] }, from, to, force)
        for (const one of duty)
          expect(all.some(({ startsAt, endsAt }) => startsAt <= one.startsAt && endsAt >= one.endsAt)).toBe(
            true,
          )
        const alone = merged([
          ...given.patterns.flatMap((each) =>
            dutyOf({ patterns: [each], extras: [], leave: [] }, from, to, force),
          ),
          ...dutyOf({ patterns: [], extras: given.extras, leave: [] }, from, to, force),
        ])
        expect(iso(all)).toEqual(iso(alone))
      }),
      runs,
    )
  })

  it('what is no leave and in a source is duty', () => {
    fc.assert(
      fc.property(sources, window, fc.nat(29_999), (given, [from, to], minutes) => {
        const moment = new Date(Math.min(from.getTime() + minutes * minute, to.getTime() - 1))
        const holds = (spans: readonly Shift[]) =>
          spans.some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
        const expected =
          !holds(given.leave) && (holds(given.extras) || given.patterns.some((one) => isInTurn(one, moment)))
        expect(holds(dutyOf(given, from, to, force))).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('the order of the sources changes nothing', () => {
    fc.assert(
      fc.property(sources, window, (given, [from, to]) => {
        const turned = {
          patterns: given.patterns.toReversed().map((one) => ({ ...one, turns: one.turns.toReversed() })),
          extras: given.extras.toReversed(),
          leave: given.leave.toReversed(),
        }
        expect(iso(dutyOf(turned, from, to, force))).toEqual(iso(dutyOf(given, from, to, force)))
      }),
      runs,
    )
  })

  it('two windows side by side give what one over both gives', () => {
    fc.assert(
      fc.property(sources, window, fc.double({ min: 0, max: 1, noNaN: true }), (given, [from, to], part) => {
        const cut = new Date(from.getTime() + Math.floor((to.getTime() - from.getTime()) * part))
        const both = merged([...dutyOf(given, from, cut, force), ...dutyOf(given, cut, to, force)])
        expect(iso(both)).toEqual(iso(dutyOf(given, from, to, force)))
      }),
      runs,
    )
  })
})

const shown = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** What the clocks on the wall show, `YYYY-MM-DD HH:MM`. */
const wall = (moment: Date) => shown.format(moment)

/** The same rule by another way: the first minute at which the clocks show a time or a later one, looked for minute by minute. */
function firstMinute(date: string, time: string): number {
  const key = `${date} ${time}`
  const found = known.get(key) ?? lookedFor(date, time)
  known.set(key, found)
  return found
}
const known = new Map<string, number>()

function lookedFor(date: string, time: string): number {
  const from = Date.parse(`${date}T${time}:00Z`) - 61 * minute
  for (let moment = from; ; moment += minute) if (wall(new Date(moment)) >= `${date} ${time}`) return moment
}

function isInTurn({ startsOn, endsOn, cycleDays, turns }: Pattern, moment: Date): boolean {
  const today = wall(moment).slice(0, 10)
  return [-1, 0].some((back) => {
    const date = new Date(Date.parse(`${today}T00:00:00Z`) + back * 86_400_000).toISOString().slice(0, 10)
    const since = (Date.parse(date) - Date.parse(startsOn)) / 86_400_000
    if (since < 0 || (endsOn !== null && date > endsOn)) return false
    return turns.some(({ day, from, to }) => {
      if (day !== since % cycleDays) return false
      const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
      const end = firstMinute(to <= from ? next : date, to)
      return firstMinute(date, from) <= moment.getTime() && moment.getTime() < end
    })
  })
}

const changes = [2026, 2027, 2028, 2029, 2030].flatMap((year) =>
  [3, 10].map((month) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 })
    return last.subtract({ days: last.dayOfWeek % 7 }).toString()
  }),
)

describe.each(changes)('around the clock change of %s', (change) => {
  it('each minute is duty as the clocks on the wall have it', () => {
    fc.assert(
      fc.property(clockTime, clockTime, (from, to) => {
        const given = every(from, to, { startsOn: '2026-01-01' })
        const begin = Date.parse(`${change}T00:00:00Z`) - 12 * 60 * minute
        const duty = dutyOf(given, new Date(begin), new Date(begin + 1440 * minute), force)
        const [one] = given.patterns
        if (one === undefined) throw new Error('There is a pattern.')
        for (let minutes = 0; minutes < 1440; minutes += 10) {
          const moment = new Date(begin + minutes * minute)
          const isOn = duty.some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)
          expect(isOn, `${from} to ${to} at ${moment.toISOString()}`).toBe(isInTurn(one, moment))
        }
      }),
      { numRuns: 6 },
    )
  })
})
