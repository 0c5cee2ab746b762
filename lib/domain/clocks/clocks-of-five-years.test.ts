import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { after } from './span'

/**
 * The bank holidays of England and Wales from 2026 to 2030, written out by hand and not by the product's rule. One list by others says the
 * same for all five years, and a second for 2026 to 2028. They were not compared with gov.uk, which publishes only some two years ahead;
 * one-off holidays cannot be foreseen.
 */
const holidays = new Set(
  [
    '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
    '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28',
    '2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26',
    '2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26',
    '2030-01-01 2030-04-19 2030-04-22 2030-05-06 2030-05-27 2030-08-26 2030-12-25 2030-12-26',
    '2031-01-01',
  ].flatMap((year) => year.split(' ')),
)

const day = 86_400_000
const hour = 3_600_000
const first = Date.UTC(2026, 0, 1)
const days = Math.round((Date.UTC(2031, 0, 1) - first) / day)
const iso = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Last Sunday of a month at 01:00 UTC: when the clocks change. */
function change(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0)
  return last - new Date(last).getUTCDay() * day + hour
}

/** An hour ahead of UTC in summer, by the dates of the Summer Time Order. */
function offset(at: number): number {
  const year = new Date(at).getUTCFullYear()
  return at >= change(year, 2) && at < change(year, 9) ? hour : 0
}

function isWorking(date: number): boolean {
  const weekday = new Date(date).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(iso(date))
}

/** Counts days one by one on a calendar of its own. `closes` is when reading hours end, in hours of local time. */
function slowly(at: number, amount: number, closes: number): number {
  const local = at + offset(at)
  let date = Math.floor(local / day) * day
  if (local - date > closes * hour) date += day
  for (let left = amount; left > 0;) {
    date += day
    if (isWorking(date)) left -= 1
  }
  const end = date + closes * hour
  return end - offset(end)
}

// Every span of working days that any risk has for a contact, an update or a review.
const { promises, updates, reviews, readingHours } = hertfordshire
const spans = [promises, updates, reviews].flatMap(({ high, medium, low }) => [high, medium, low])
const amounts = [...new Set(spans.flatMap(({ amount, unit }) => (unit === 'working-days' ? [amount] : [])))]
const closes = Number(readingHours.to.slice(0, 2))
/** Of each day: midnight, the hours about both changes of the clocks, and those about the ends of reading. */
const moments = [0, 1, 2, 7, 8, 13, 18.99, 19.01, 19.99, 20.01, 23]
/** The longest spans take the longest to count. */
const fewer = [1, 13, 20.01]

describe('every day from 2026 to 2030', () => {
  it.each(amounts)('%i working days end where they do when they are counted by hand', (amount) => {
    const wrong: string[] = []
    for (let index = 0; index < days; index += 1) {
      for (const moment of amount > 5 ? fewer : moments) {
        const at = first + index * day + moment * hour
        const due = after({ amount, unit: 'working-days' }, new Date(at), hertfordshire).getTime()
        if (due !== slowly(at, amount, closes)) wrong.push(new Date(at).toISOString())
      }
    }
    expect(wrong).toEqual([])
  })

  it('hours by the clock are as many hours through every change of it', () => {
    for (let at = first; at < first + days * day; at += hour * 7) {
      const due = after({ amount: 24, unit: 'hours' }, new Date(at), hertfordshire)
      expect(due.getTime()).toBe(at + 24 * hour)
    }
  })

  it('hours of reading are counted minute by minute the same', () => {
    const weekdays = { ...hertfordshire, readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] } }
    for (let index = 0; index < days; index += 11) {
      const at = first + index * day + ((index * 37) % 24) * hour + 13 * 60_000
      const due = after({ amount: 20, unit: 'working-hours' }, new Date(at), weekdays).getTime()
      expect(readingMinutes(at, due)).toBe(20 * 60)
      expect(readingMinutes(at, due - 60_000)).toBe(20 * 60 - 1)
    }
  })
})

function readingMinutes(from: number, to: number): number {
  let minutes = 0
  for (let at = from; at < to; at += 60_000) {
    const local = new Date(at + offset(at))
    const weekday = local.getUTCDay()
    const time = local.getUTCHours()
    if (weekday >= 1 && weekday <= 5 && time >= 9 && time < 17) minutes += 1
  }
  return minutes
}
