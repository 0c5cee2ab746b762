import { Temporal } from 'temporal-polyfill'
import { localTime } from '../calendar'
import { isThereOn, successorsOn } from '../districts/over-time'
import type { District, Force } from '../force'
import type { OfficerFacts, Shift } from '../officer-facts'
import type { DistrictId } from '../words'
import { firstMoment } from './first-moment'
import { lengthOf, merged, within, without } from './spans'

type Rules = Pick<Force, 'timeZone' | 'readingHours' | 'districts'>
type Serving = Pick<
  OfficerFacts,
  'active' | 'handingOver' | 'openLimit' | 'districts' | 'trainingUntil' | 'shifts'
>

/** How many weeks ahead are looked at, and how far rota and training have to be known for it. */
export const gapWeeks = 8

/** One district in one week. Lengths of time are in milliseconds. */
export interface WeekGaps {
  readonly district: DistrictId
  /** The Monday, an ISO day. */
  readonly week: string
  /** The reading hours of the week that are still to come, and how long they are together. */
  readonly hours: readonly Shift[]
  readonly reading: number
  /** When, in them, no officer of the district is on duty. In order, each apart from the next. */
  readonly gaps: readonly Shift[]
  readonly gap: number
  /** How much of the gap an officer of a neighbouring district is on duty for. */
  readonly neighbours: number
}

/**
 * Where and when nobody is there to take a case: for each district and week, what of the force's reading hours has no officer on duty who
 * serves, is in training on that day, takes cases, and covers the district. The first week begins at `from`. Weeks with nobody at all come first,
 * then those with the most hours missing, then the earliest; a week with no reading hours left is none.
 */
export function gapsOf(
  officers: readonly Serving[],
  from: Date,
  force: Rules,
  weeks = gapWeeks,
): readonly WeekGaps[] {
  const duties = officers.map((officer) => ({ officer, duty: dutyThatCounts(officer, force) }))
  const dutyIn = (districts: readonly DistrictId[]) =>
    merged(
      duties.flatMap(({ officer, duty }) =>
        districts.some((district) => covers(officer, district, force)) ? duty : [],
      ),
    )
  const days = readingDays(from, weeks, force)
  return force.districts
    .flatMap((district) => {
      const own = dutyIn([district.id])
      const near = dutyIn(district.neighbours)
      return weeksIn(days, district).map(({ week, hours }): WeekGaps => {
        const gaps = without(hours, own)
        const gap = lengthOf(gaps)
        return {
          ...{ district: district.id, week, hours, gaps, gap },
          reading: lengthOf(hours),
          neighbours: gap - lengthOf(without(gaps, near)),
        }
      })
    })
    .sort(byUrgency)
}

/** Whether somebody covers a district, or what becomes it on the day it begins. */
function covers({ districts }: Serving, id: DistrictId, force: Rules): boolean {
  if (districts.includes(id)) return true
  const begins = force.districts.find((district) => district.id === id)?.from
  return (
    begins !== undefined && districts.some((covered) => successorsOn(covered, begins, force).includes(id))
  )
}

/** Whether nobody of the district is on duty in all that is left of the week. */
export function isEmptyWeek({ gap, reading }: Pick<WeekGaps, 'gap' | 'reading'>): boolean {
  return gap === reading
}

function byUrgency(a: WeekGaps, b: WeekGaps): number {
  return (
    Number(isEmptyWeek(b)) - Number(isEmptyWeek(a)) ||
    b.gap - a.gap ||
    compare(a.week, b.week) ||
    compare(a.district, b.district)
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

interface ReadingDay extends Shift {
  readonly day: string
  /** The Monday. */
  readonly week: string
}

/** The reading hours that are after `from`, day by day, of as many weeks from Monday to Sunday by the force's clock. */
function readingDays(from: Date, weeks: number, force: Rules): readonly ReadingDay[] {
  const today = localTime(from, force).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const { from: opens, to: closes, days: read } = force.readingHours
  return Array.from({ length: weeks * 7 }, (_, ahead) => monday.add({ days: ahead }))
    .filter((day) => read.includes(day.dayOfWeek))
    .flatMap((day) => {
      const [startsAt, endsAt] = [firstMoment(day, opens, force), firstMoment(day, closes, force)]
      const week = day.subtract({ days: day.dayOfWeek - 1 }).toString()
      return within([{ startsAt, endsAt }], from, endsAt).map((hours) => ({
        ...hours,
        day: day.toString(),
        week,
      }))
    })
}

/** The weeks in which a district is there, each with its hours on those days. */
function weeksIn(days: readonly ReadingDay[], district: District) {
  const there = days.filter(({ day }) => isThereOn(district, day))
  return [...new Set(there.map(({ week }) => week))].map((week) => ({
    week,
    hours: there.filter((one) => one.week === week),
  }))
}

/** Duty on which cases can be given to somebody: none while they do not serve, hand over or have a limit of none; none once their training is over. */
function dutyThatCounts(officer: Serving, force: Rules): readonly Shift[] {
  const { active, handingOver, openLimit } = officer
  if (!active || handingOver || openLimit === 0 || officer.trainingUntil === null) return []
  const lastDay = Temporal.PlainDate.from(officer.trainingUntil.toISOString().slice(0, 10))
  const end = firstMoment(lastDay.add({ days: 1 }), '00:00', force)
  return officer.shifts
    .filter(({ startsAt }) => startsAt < end)
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt: endsAt < end ? endsAt : end }))
}
