import type { Temporal } from 'temporal-polyfill'
import { bankHolidays } from '../bank-holidays'
import { instantOf, localTime } from '../calendar'
import { endOfUse, mayUse } from '../contact/may-use'
import type { ReachPlan, WayRefusal } from '../contact/may-use'
import type { CallBackHours, Force } from '../force'

/** A time to ring somebody back: from the first moment until before the second. */
export interface Slot {
  readonly from: Date
  readonly until: Date
}

type Hours = Pick<Force, 'timeZone' | 'callBacks'>

const minute = 60_000

/** Every time at which the force rings back, from `now` on, the soonest first. A time that the clocks skip or show twice is none. */
export function slotsFrom(now: Date, force: Hours): readonly Slot[] {
  const { callBacks } = force
  const soonest = now.getTime() + callBacks.noticeMinutes * minute
  const today = localTime(now, force).toPlainDate()
  const days = Array.from({ length: callBacks.daysAhead + 1 }, (_, ahead) => today.add({ days: ahead }))
  return days
    .filter((day) => callBacks.days.includes(day.dayOfWeek))
    .filter((day) => callBacks.onBankHolidays || !bankHolidays(day.year).has(day.toString()))
    .flatMap((day) => startsOf(callBacks).flatMap((start) => slotOn(day, start, force)))
    .filter(({ from }) => from.getTime() >= soonest)
}

/** Whether somebody may be rung for the whole of a time, by their own plan. */
export function isSafe({ from, until }: Slot, plan: ReachPlan, force: Pick<Force, 'timeZone'>): boolean {
  if (mayUse(plan, 'call', from, force).ok !== true) return false
  const end = endOfUse(plan, 'call', from, force)
  return end === null || end >= until
}

/** What can be offered: times that are safe by their plan, or why no call is. */
export type Offer =
  | { readonly slots: readonly Slot[]; readonly refused?: never }
  | { readonly slots?: never; readonly refused: Exclude<WayRefusal, 'outside-hours'> }

export function offerOf(plan: ReachPlan, now: Date, force: Hours): Offer {
  const refused = mayUse(plan, 'call', now, force).refused ?? 'outside-hours'
  if (refused !== 'outside-hours') return { refused }
  return { slots: slotsFrom(now, force).filter((slot) => isSafe(slot, plan, force)) }
}

/** A posted time: the slot that begins then; `gone` where the force rings nobody back then, `not-safe` where their plan is against it. */
export function readSlot(text: string, plan: ReachPlan, now: Date, force: Hours): Slot | 'gone' | 'not-safe' {
  const slot = slotsFrom(now, force).find(({ from }) => from.toISOString() === text)
  if (slot === undefined) return 'gone'
  return isSafe(slot, plan, force) ? slot : 'not-safe'
}

/** The slot that begins at a minute of a day; none where the clocks change in it, or never show that time. */
function slotOn(day: Temporal.PlainDate, start: number, force: Hours): readonly Slot[] {
  const { slotMinutes } = force.callBacks
  const from = instantOf(day, clockOf(start), force)
  const until = new Date(from.getTime() + slotMinutes * minute)
  const shows = (at: Date) => minutesOf(localTime(at, force).toPlainTime().toString().slice(0, 5))
  return shows(from) === start && shows(until) === start + slotMinutes ? [{ from, until }] : []
}

/** When slots begin, in minutes of the day: none that would end after the hours do. */
function startsOf({ from, to, slotMinutes }: CallBackHours): readonly number[] {
  const first = minutesOf(from)
  const count = Math.floor((minutesOf(to) - first) / slotMinutes)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index * slotMinutes)
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

function clockOf(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
