import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { innocentDays, snoopersMonth } from '@/e2e/factories/staff-days'
import { snoopingKinds } from '@/e2e/factories/staff-days/snoopers'
import type { Role } from '../words'
import { flagsOf } from './flags-of'
import type { CaseLook, Look, Search, StaffDay } from './look'

let rows = 0
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute))
function look(seen: Partial<CaseLook> = {}, minute = 0): CaseLook {
  const idle = {
    action: 'opened',
    status: 'in-progress',
    reason: null,
    held: false,
    acted: false,
    changed: true,
  } as const
  return { seq: String((rows += 1)), at: at(minute), caseId: `case ${String(rows)}`, ...idle, ...seen }
}
function search(asked: Partial<Search> = {}, minute = 0): Search {
  const plain = {
    action: 'searched',
    kind: 'surname',
    hits: 0,
    own: false,
    colleague: false,
    acted: false,
  } as const
  return { seq: String((rows += 1)), at: at(minute), ...plain, ...asked }
}
const dayOf = (looks: readonly Look[], role: Role = 'liaison-officer'): StaffDay => ({
  ...{ actorId: 'somebody', role, date: '2026-03-02', looks },
})
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
const rulesOf = (day: StaffDay, history: readonly StaffDay[] = []) =>
  flagsOf(day, history).map(({ rule }) => rule)
const quiet = many(20, () => dayOf([look({ held: true, acted: true })]))

const closed = { status: 'closed' } as const

describe('one day', () => {
  it.each<[string, StaffDay, readonly string[]]>([
    ['a closed case by mistake', dayOf([look(closed)]), []],
    ['two closed cases', dayOf([look(closed), look(closed)]), ['closed-cases']],
    ['closed cases they held', dayOf(many(5, () => look({ ...closed, held: true }))), []],
    [
      'a clean-up that changes some',
      dayOf(many(12, (i) => look({ ...closed, reason: 'clean-up', acted: i % 3 === 0 }))),
      [],
    ],
    [
      'a clean-up that changes nothing',
      dayOf(many(12, () => look({ ...closed, reason: 'clean-up' }))),
      ['closed-cases'],
    ],
    [
      'a quality review',
      dayOf(
        many(12, () => look({ ...closed, reason: 'quality-review' })),
        'supervisor',
      ),
      [],
    ],
    [
      'a quality review of five',
      dayOf(
        many(5, () => look({ ...closed, reason: 'quality-review' })),
        'supervisor',
      ),
      ['closed-cases'],
    ],
    [
      'a quality review by an officer',
      dayOf(many(12, () => look({ ...closed, reason: 'quality-review' }))),
      ['closed-cases'],
    ],
    [
      'the week’s sample',
      dayOf(
        many(6, () => look({ ...closed, reason: 'weekly-sample' })),
        'supervisor',
      ),
      [],
    ],
    ['covering', dayOf(many(8, (i) => look({ reason: 'cover', acted: i < 2 }))), []],
    ['their own postcode', dayOf([search({ kind: 'postcode', own: true })]), ['own-name-or-postcode']],
    ['their own postcode, and work', dayOf([search({ kind: 'postcode', own: true, acted: true })]), []],
    [
      'their own telephone, which nobody has',
      dayOf([search({ kind: 'telephone', own: true })]),
      ['own-name-or-postcode'],
    ],
    ['their own telephone, and work', dayOf([search({ kind: 'telephone', own: true, acted: true })]), []],
    ['their own name, which nobody has', dayOf([search({ own: true })]), []],
    ['their own name, found', dayOf([search({ own: true, hits: 1 })]), ['own-name-or-postcode']],
    ['a surname a colleague has', dayOf([search({ colleague: true, hits: 3 })]), []],
    [
      'a colleague’s telephone',
      dayOf([search({ colleague: true, kind: 'telephone', hits: 1 })]),
      ['colleague-looked-up'],
    ],
    [
      'a colleague’s surname, and a case opened',
      dayOf([search({ colleague: true, hits: 1 }), look({}, 2)]),
      ['colleague-looked-up'],
    ],
    ['nine misses', dayOf(many(9, (i) => search({}, i))), []],
    ['ten misses', dayOf(many(10, (i) => search({}, i))), ['search-misses']],
    ['ten misses that led to reports', dayOf(many(10, (i) => search({ acted: true }, i))), []],
    [
      'a surname a colleague has, and a closed case',
      dayOf([look(closed), search({ colleague: true, hits: 1 }, 30)]),
      ['several-signs'],
    ],
  ])('%s', (_, day, expected) => {
    expect(rulesOf(day)).toEqual(expected)
  })
})

describe('next to their own days before', () => {
  it('thirty cases are much for somebody who opens one a day, and nothing on a first day', () => {
    const day = dayOf(many(30, () => look()))
    expect(rulesOf(day, quiet)).toEqual(['three-times-own-median'])
    expect(rulesOf(day)).toEqual([])
  })

  it.each([
    ['on consecutive days', 2, 1, []],
    ['once a week', 2, 6, ['same-case-again']],
    ['four days running', 3, 1, ['same-case-again']],
  ])('the same case %s', (_, before, apart, expected) => {
    const same = () => dayOf([look({ caseId: 'hers' })])
    const history = [...quiet, ...many(before * apart, (index) => (index % apart === 0 ? same() : dayOf([])))]
    expect(rulesOf(same(), history)).toEqual(expected)
  })

  it('other people’s cases on five days', () => {
    const history = many(4, () => dayOf([look()]))
    expect(rulesOf(dayOf([look()]), history)).toEqual(['others-cases'])
    expect(rulesOf(dayOf([look({ acted: true })]), history)).toEqual([])
    expect(rulesOf(dayOf([look()]), history.slice(1))).toEqual([])
  })

  it('forgets what lies more than thirty days of work back, and what was said', () => {
    const history = many(4, () => dayOf([look()]))
    expect(rulesOf(dayOf([look()]), [...history, ...many(30, () => dayOf([]))])).toEqual([])
    const said = new Set(history.flatMap(({ looks }) => looks.map(({ seq }) => seq)))
    expect(flagsOf(dayOf([look()]), history, said)).toEqual([])
  })
})

const lives = fc
  .tuple(fc.nat(1e6), fc.constantFrom(...snoopingKinds, null), fc.integer({ min: 1, max: 40 }))
  .map(([seed, kind, count]) =>
    kind === null ? innocentDays(seed, count) : snoopersMonth(seed, kind).days.slice(0, 20 + count),
  )

describe('whatever the days', () => {
  it('a flag names rows of these days alone, each once, and one of today', () => {
    fc.assert(
      fc.property(lives, (days) => {
        const [today, history] = [days.at(-1), days.slice(0, -1)]
        if (today === undefined) return
        const known = new Set(days.flatMap(({ looks }) => looks.map(({ seq }) => seq)))
        for (const { rows: made, signs } of flagsOf(today, history)) {
          expect(new Set(made).size).toBe(made.length)
          expect(made.every((row) => known.has(row))).toBe(true)
          expect(today.looks.some(({ seq }) => made.includes(seq))).toBe(true)
          expect(signs.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('a day of nothing but work is never flagged, whatever came before', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 8 }), (history, count) => {
        const day = dayOf(
          many(count, (index) => (index % 2 === 0 ? look({ held: true }) : look({ acted: true }))),
        )
        expect(flagsOf(day, history)).toEqual([])
      }),
    )
  })
})
