import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTime } from '../calendar'
import { mayEnter } from '../desk-areas'
import { roles } from '../words'
import { deskNotices, isFiguresDue, stuckDue, wantsNotice } from './desk-notices'
import type { NoticeMailbox } from './desk-notices'
import { isQuiet, letterChoices } from './staff-letters'

const force = {
  timeZone: 'Europe/London',
  readingHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] },
}
const on = (text: string) => new Date(text)
const box = (more: Partial<NoticeMailbox> = {}): NoticeMailbox => ({
  ...{ role: 'supervisor', letters: 'digest', chosen: { figures: null, stuck: null }, quiet: null },
  ...{ since: on('2020-01-01T00:00:00Z'), told: { figures: null, stuck: null } },
  ...more,
})
const chosen = (figures: boolean | null, stuck: boolean | null = null) => ({ chosen: { figures, stuck } })
const october = { month: '2026-10-01', at: on('2026-11-06T00:01:00Z') }
const morning = on('2026-11-06T08:00:00Z')
const monday = on('2026-11-23T08:00:00Z')

describe('that a report is ready', () => {
  it.each<[string, Partial<NoticeMailbox>, Date, boolean]>([
    ['is told to a supervisor when the day begins', {}, morning, true],
    ['is told to nobody before', {}, on('2026-11-06T07:59:59Z'), false],
    ['is told some days later where nothing wrote', {}, on('2026-11-10T12:00:00Z'), true],
    ['is no news after a week', {}, on('2026-11-13T08:00:00Z'), false],
    ['is told once', { told: { figures: '2026-10-01', stuck: null } }, morning, false],
    ['is told again of the next month', { told: { figures: '2026-09-01', stuck: null } }, morning, true],
    ['is not told of an earlier month', { told: { figures: '2026-11-01', stuck: null } }, morning, false],
    ['is not told in quiet hours', { quiet: { from: 7, until: 10 } }, morning, false],
    ['is told when they end', { quiet: { from: 7, until: 10 } }, on('2026-11-06T10:00:00Z'), true],
    ['is not news to who came afterwards', { since: on('2026-11-06T00:02:00Z') }, morning, false],
    ['is not told to who wants no letters', { letters: 'none' }, morning, false],
    ['nor where they had asked for it', { letters: 'none', ...chosen(true) }, morning, false],
    ['is not told to who does not want it', chosen(false), morning, false],
    ['is not told to an officer who said nothing', { role: 'liaison-officer' }, morning, false],
    ['is told to an officer who asked', { role: 'liaison-officer', ...chosen(true) }, morning, true],
    ['is told to an auditor who asked', { role: 'auditor', ...chosen(true) }, morning, true],
    ['is not told to who may not see figures', { role: 'triager', ...chosen(true) }, morning, false],
  ])('%s', (_, more, at, due) => {
    expect(isFiguresDue(box(more), october, at, force)).toBe(due)
  })
})

describe('whether anything is stuck', () => {
  it.each<[string, Partial<NoticeMailbox>, string, string | null]>([
    ['is asked on Monday', {}, '2026-11-23T08:00:00Z', '2026-11-23'],
    ['not before the day begins', {}, '2026-11-23T07:59:59Z', null],
    ['not on Sunday', {}, '2026-11-22T23:59:59Z', null],
    ['not on Tuesday', {}, '2026-11-24T08:00:00Z', null],
    ['once a week', { told: { figures: null, stuck: '2026-11-23' } }, '2026-11-23T20:00:00Z', null],
    ['each week', { told: { figures: null, stuck: '2026-11-16' } }, '2026-11-23T08:00:00Z', '2026-11-23'],
    ['after the clocks went forward, by the clock', {}, '2027-03-29T07:00:00Z', '2027-03-29'],
    ['and not an hour before', {}, '2027-03-29T06:59:59Z', null],
    ['after the clocks went back, by the clock', {}, '2026-10-26T08:00:00Z', '2026-10-26'],
    ['and not an hour before that', {}, '2026-10-26T07:00:00Z', null],
    ['on a Monday that is still Sunday elsewhere', {}, '2026-07-06T07:00:00Z', '2026-07-06'],
    ['not in quiet hours', { quiet: { from: 22, until: 9 } }, '2026-11-23T08:59:59Z', null],
    [
      'not of an officer, whatever they chose',
      { role: 'liaison-officer', ...chosen(null, true) },
      '2026-11-23T08:00:00Z',
      null,
    ],
    ['not of who does not want it', chosen(true, false), '2026-11-23T08:00:00Z', null],
  ])('%s', (_, more, at, week) => {
    expect(stuckDue(box(more), on(at), force)).toBe(week)
  })
})

describe('a notice, whoever it is for and whenever', () => {
  const anybody = fc.record({
    role: fc.constantFrom(...roles),
    letters: fc.constantFrom(...letterChoices),
    chosen: fc.record({
      figures: fc.constantFrom(null, true, false),
      stuck: fc.constantFrom(null, true, false),
    }),
    quiet: fc.constantFrom(null, { from: 22, until: 7 }, { from: 8, until: 17 }),
  })
  const anyTime = fc.date({
    min: on('2026-01-01T00:00:00Z'),
    max: on('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  })

  it('is for those alone who may see what it leads to, in their hours, by day', () => {
    fc.assert(
      fc.property(anybody, anyTime, (who, at) => {
        const told = { month: '2025-12-01', at: new Date(at.getTime() - 3_600_000) }
        const due = {
          figures: isFiguresDue(box(who), told, at, force),
          stuck: stuckDue(box(who), at, force) !== null,
        }
        const area = { figures: 'figures', stuck: 'insight-desk' } as const
        for (const notice of deskNotices) {
          if (!due[notice]) continue
          expect(mayEnter(who.role, area[notice])).toBe(true)
          expect(wantsNotice(box(who), notice)).toBe(true)
          expect(who.chosen[notice]).not.toBe(false)
          expect(who.letters).not.toBe('none')
          expect(isQuiet(who.quiet, at, force)).toBe(false)
          expect(localTime(at, force).hour).toBeGreaterThanOrEqual(8)
        }
        if (due.stuck) expect(localTime(at, force).dayOfWeek).toBe(1)
      }),
    )
  })

  it('comes once a week at most, however often it is asked, and in each week once to who wants it', () => {
    fc.assert(
      fc.property(anyTime, fc.array(fc.nat(600), { minLength: 1, maxLength: 60 }), (start, steps) => {
        let told: string | null = null
        let at = start
        const weeks: string[] = []
        for (const step of steps) {
          at = new Date(at.getTime() + step * 60_000)
          const week = stuckDue(box({ told: { figures: null, stuck: told } }), at, force)
          if (week !== null) weeks.push((told = week))
        }
        expect(new Set(weeks).size).toBe(weeks.length)
        expect(weeks.every((week) => localTime(on(`${week}T12:00:00Z`), force).dayOfWeek === 1)).toBe(true)
      }),
    )
    expect(stuckDue(box(), monday, force)).not.toBeNull()
  })
})
