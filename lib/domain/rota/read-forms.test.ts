import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presetIds, presetOf } from './presets'
import { readExtra, readLastDay, readLeave } from './read-occasion'
import { patternFields, readCycle, readPattern, readTime } from './read-pattern'
import type { ReadForm } from './read-pattern'
import { patternSchema } from './pattern'

const force = { timeZone: 'Europe/London' }
const now = new Date('2026-11-21T12:00:00Z')
const typed = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name] ?? ''
const said = (read: ReadForm<unknown>) =>
  read.ok ? [] : read.problems.map(({ field, code }) => `${field}: ${code}`)

describe('a time as people type it', () => {
  it.each([
    ['9', '09:00'],
    [' 07:30 ', '07:30'],
    ['7.30', '07:30'],
    ['0730', '07:30'],
    ['730', '07:30'],
    ['24:00', '00:00'],
    ['', ''],
    ['noon', 'noon'],
    ['7:5', '7:5'],
  ])('%j is %j', (text, time) => {
    expect(readTime(text)).toBe(time)
  })
})

it.each([
  ['7', 7],
  ['84', 84],
  ['0', null],
  ['85', null],
  ['', null],
  ['1e1', null],
  ['-1', null],
])('a cycle of %j days', (text, days) => {
  expect(readCycle(text)).toBe(days)
})

describe('the form of a pattern', () => {
  const week = { 'starts-on': '2026-11-16', cycle: '7', 'from-0': '9', 'to-0': '17' }
  it('gives it, days without times left out', () => {
    expect(readPattern(typed({ ...week, 'from-6': '22:00', 'to-6': '06:00' }))).toEqual({
      ok: true,
      value: {
        ...{ startsOn: '2026-11-16', endsOn: null, cycleDays: 7 },
        turns: [
          { day: 0, from: '09:00', to: '17:00' },
          { day: 6, from: '22:00', to: '06:00' },
        ],
      },
    })
  })

  it('may have begun long ago', () => {
    expect(readPattern(typed({ ...week, 'starts-on': '2019-01-07' })).ok).toBe(true)
  })

  it.each([
    [{ 'from-0': '', 'to-0': '' }, ['from-0: no-turns']],
    [{ 'to-0': '' }, ['to-0: half-turn']],
    [{ 'from-0': '' }, ['from-0: half-turn']],
    [{ 'from-0': '25:00' }, ['from-0: bad-time']],
    [{ 'to-0': 'late' }, ['to-0: bad-time']],
    [{ 'starts-on': '2026-02-30' }, ['starts-on: bad-date']],
    [{ 'starts-on': '0001-01-01' }, ['starts-on: bad-date']],
    [{ 'ends-on': 'soon' }, ['ends-on: bad-date']],
    [{ 'ends-on': '2026-11-15' }, ['ends-on: ends-before-start']],
    [{ 'from-1': '16:00', 'to-1': '18:00', 'from-0': '22:00', 'to-0': '17:00' }, ['from-1: overlap']],
    // The night of the last day runs into the first of the next cycle.
    [{ 'from-6': '22:00', 'to-6': '10:00' }, ['from-0: overlap']],
    [{ cycle: '85' }, ['cycle: cycle']],
    [
      { 'starts-on': '', 'to-0': '', 'from-2': 'x', 'to-2': '9' },
      ['starts-on: bad-date', 'to-0: half-turn', 'from-2: bad-time'],
    ],
  ])('with %j says %j', (fields, problems) => {
    expect(said(readPattern(typed({ ...week, ...fields })))).toEqual(problems)
  })

  it.each([
    // Monday to Friday, typed under those names, and then begun on a Thursday.
    [{ 'starts-on': '2026-11-19', weekday: '1' }, ['starts-on: other-weekday']],
    [{ 'starts-on': '2026-11-23', weekday: '1' }, []],
    [{ 'starts-on': '2026-11-19', weekday: '4' }, []],
    [{ 'starts-on': 'soon', weekday: '1' }, ['starts-on: bad-date']],
    [{ cycle: '14', rows: '7', weekday: '1' }, ['cycle: other-rows']],
    [{ cycle: '14', rows: '14', weekday: '1' }, []],
    [{ cycle: '99', rows: '7', weekday: '1' }, ['cycle: cycle']],
    [
      { 'starts-on': '2026-11-19', weekday: '1', 'to-0': '' },
      ['starts-on: other-weekday', 'to-0: half-turn'],
    ],
    [{ cycle: '1', rows: '7', 'from-0': '', 'to-0': '' }, ['cycle: other-rows']],
  ])('with %j, whose times were typed under other days, says %j', (fields, problems) => {
    expect(said(readPattern(typed({ ...week, ...fields })))).toEqual(problems)
  })

  it('takes no turn on a day that the cycle does not have', () => {
    const pattern = {
      startsOn: '2026-11-16',
      endsOn: null,
      cycleDays: 7,
      turns: [{ day: 7, from: '09:00', to: '10:00' }],
    }
    expect(patternSchema.safeParse(pattern).error?.issues.map(({ message }) => message)).toEqual([
      'outside-cycle',
    ])
  })

  it('never throws, and names only fields of its own', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', '9', '17:00', '2026-11-16', '7', '99:99'))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...patternFields.slice(0, 24)), text), (fields) => {
        const read = readPattern(typed(fields))
        if (!read.ok) for (const { field } of read.problems) expect(patternFields).toContain(field)
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('duty on one occasion', () => {
  const evening = { 'extra-day': '2026-12-01', 'extra-from': '18', 'extra-to': '22' }
  it.each([
    [{}, '2026-12-01T18:00:00.000Z', '2026-12-01T22:00:00.000Z'],
    [{ 'extra-to': '02:00' }, '2026-12-01T18:00:00.000Z', '2026-12-02T02:00:00.000Z'],
    [
      { 'extra-day': '2026-11-21', 'extra-from': '9' },
      '2026-11-21T09:00:00.000Z',
      '2026-11-21T22:00:00.000Z',
    ],
  ])('%j', (fields, from, to) => {
    const read = readExtra(typed({ ...evening, ...fields }), now, force)
    expect(read).toEqual({ ok: true, value: { startsAt: new Date(from), endsAt: new Date(to) } })
  })

  it.each([
    [{ 'extra-day': '' }, ['extra-day: bad-date']],
    [{ 'extra-from': 'x', 'extra-to': '' }, ['extra-from: bad-time', 'extra-to: bad-time']],
    [{ 'extra-day': '2026-11-20' }, ['extra-day: over']],
    [{ 'extra-day': '2030-11-20' }, ['extra-day: too-far']],
    [{ 'extra-day': '2027-03-28', 'extra-from': '01:10', 'extra-to': '01:50' }, ['extra-day: bad-time']],
  ])('%j says %j', (fields, problems) => {
    expect(said(readExtra(typed({ ...evening, ...fields }), now, force))).toEqual(problems)
  })
})

describe('being away', () => {
  const days = { 'leave-first': '2026-12-24', 'leave-last': '2026-12-28' }
  it.each([
    [{}, '2026-12-24T00:00:00.000Z', '2026-12-29T00:00:00.000Z'],
    [{ 'leave-from': '12', 'leave-to': '9:30' }, '2026-12-24T12:00:00.000Z', '2026-12-28T09:30:00.000Z'],
    [{ 'leave-last': '2026-12-24' }, '2026-12-24T00:00:00.000Z', '2026-12-25T00:00:00.000Z'],
    // Over both clock changes, a year long.
    [
      { 'leave-first': '2027-03-28', 'leave-last': '2028-03-27' },
      '2027-03-28T00:00:00.000Z',
      '2028-03-27T23:00:00.000Z',
    ],
  ])('%j', (fields, from, to) => {
    const read = readLeave(typed({ ...days, ...fields }), now, force)
    expect(read).toEqual({ ok: true, value: { startsAt: new Date(from), endsAt: new Date(to) } })
  })

  it.each([
    [{ 'leave-first': '24/12/2026' }, ['leave-first: bad-date']],
    [{ 'leave-from': 'x', 'leave-last': '' }, ['leave-from: bad-time', 'leave-last: bad-date']],
    [{ 'leave-last': '2026-12-23' }, ['leave-last: ends-before-start']],
    [{ 'leave-first': '2026-11-01', 'leave-last': '2026-11-20' }, ['leave-last: over']],
    [{ 'leave-last': '2029-12-28' }, ['leave-last: too-long']],
    [{ 'leave-first': '2029-12-01', 'leave-last': '2029-12-03' }, ['leave-last: too-far']],
  ])('%j says %j', (fields, problems) => {
    expect(said(readLeave(typed({ ...days, ...fields }), now, force))).toEqual(problems)
  })
})

it.each([
  ['2026-12-01', []],
  ['2026-11-16', []],
  ['2026-11-15', ['last-day: ends-before-start']],
  ['', ['last-day: bad-date']],
])('the last day %j of a pattern', (last, problems) => {
  expect(said(readLastDay(typed({ 'last-day': last }), '2026-11-16'))).toEqual(problems)
})

describe('presets', () => {
  it.each(presetIds.filter((id) => id !== 'blank'))('%s can be saved as it is, from a Monday on', (id) => {
    const preset = presetOf(id, '2026-11-21')
    expect(patternSchema.safeParse(preset).success).toBe(true)
    expect(preset.startsOn).toBe('2026-11-16')
  })
  it.each(['no such', undefined, 'toString'])('%j is a blank one', (id) => {
    expect(presetOf(id, '2026-11-16')).toEqual({
      startsOn: '2026-11-16',
      endsOn: null,
      cycleDays: 7,
      turns: [],
    })
  })
})
