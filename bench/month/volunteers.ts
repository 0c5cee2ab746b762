import { Temporal } from 'temporal-polyfill'
import type { Force } from '@/lib/domain/force'
import type { Shift } from '@/lib/domain/officer-facts'
import { firstMoment } from '@/lib/domain/rota/first-moment'
import { dutyOf } from '@/lib/domain/rota/duty-of'
import type { Pattern, Turn } from '@/lib/domain/rota/duty-sources'
import { chanceOf, type Chance } from '../../e2e/factories/staff-days/chance'

/** Time away, and when it is known: weeks before, or on the day. */
export interface Away extends Shift {
  readonly saidAt: Date
}

/** Somebody of the month that is played. */
export interface Volunteer {
  readonly number: number
  readonly districts: readonly string[]
  readonly languages: readonly string[]
  readonly specialisms: readonly string[]
  readonly openLimit: number
  readonly pattern: Pattern
  readonly away: readonly Away[]
  /** ISO days: the last on which their training counts, and the one on which they are trained anew. */
  readonly trainedUntil: string
  readonly trainedAgain: string | null
  readonly handsOverAt: Date | null
  /** How often they look at the desk while on duty, in minutes, on average. */
  readonly looksEvery: number
}

/** What a month is played with. */
export interface Stage {
  readonly seed: number
  readonly days: number
  readonly volunteers: number
  /** Left out: of every kind. `evenings`: all are there beside another post, two evenings and a Saturday in two weeks. */
  readonly posts?: 'evenings'
  /** On average. */
  readonly casesADay: number
  /** The first day, ISO. */
  readonly from: string
  readonly force: Force
}

/** The days of a stage by the force's clock: when the first begins and the last is over. */
export function lengthOf({ from, days, force }: Stage): Shift {
  const first = Temporal.PlainDate.from(from)
  return {
    startsAt: firstMoment(first, '00:00', force),
    endsAt: firstMoment(first.add({ days }), '00:00', force),
  }
}

interface Kind {
  readonly share: number
  readonly cycleDays: number
  readonly limit: number
  readonly turns: readonly Turn[]
}

const on = (from: string, to: string, ...days: readonly number[]): readonly Turn[] =>
  days.map((day) => ({ day, from, to }))

/** The first day of a cycle is a Monday, or for response teams any day. Shares are of a hundred volunteers. */
const kinds: readonly Kind[] = [
  // Response: two early, two late, two nights, four off.
  {
    share: 30,
    cycleDays: 10,
    limit: 6,
    turns: [...on('07:00', '16:00', 0, 1), ...on('15:00', '00:00', 2, 3), ...on('22:00', '07:00', 4, 5)],
  },
  // Neighbourhood: a week of early and one of late, every second weekend.
  {
    share: 26,
    cycleDays: 14,
    limit: 7,
    turns: [...on('08:00', '16:00', 0, 1, 2, 3, 4), ...on('14:00', '22:00', 7, 8, 9, 12, 13)],
  },
  // Offices: weekdays.
  { share: 22, cycleDays: 7, limit: 7, turns: on('08:00', '16:00', 0, 1, 2, 3, 4) },
  // Part time: three days.
  { share: 12, cycleDays: 7, limit: 4, turns: on('09:30', '14:30', 0, 1, 3) },
  // Evenings beside another post: two evenings and a Saturday in two weeks.
  { share: 10, cycleDays: 14, limit: 3, turns: [...on('18:00', '22:00', 1, 8), ...on('10:00', '14:00', 5)] },
]

/** Where those of the evenings stand. */
const evenings = 99.5

/** The volunteers of a stage. */
export function volunteersOf(stage: Stage): readonly Volunteer[] {
  const chance = chanceOf(stage.seed)
  return Array.from({ length: stage.volunteers }, (_, number) => volunteer(number, stage, chance))
}

function volunteer(number: number, stage: Stage, chance: Chance): Volunteer {
  const { force } = stage
  const kind = kindAt(stage.posts === 'evenings' ? evenings : ((number * 37) % 100) + 0.5)
  const ids = force.districts.map(({ id }) => id)
  const own = ids[number % ids.length] ?? ''
  const second = chance.happens(0.25) ? ids[chance.between(0, ids.length - 1)] : undefined
  const spoken = force.officerLanguages.filter((tag) => tag !== 'en' && chance.happens(0.05))
  const monday = Temporal.PlainDate.from(stage.from).subtract({
    days: Temporal.PlainDate.from(stage.from).dayOfWeek + 27,
  })
  const startsOn = monday.subtract({
    days: kind.cycleDays === 10 ? chance.between(0, 9) : 7 * chance.between(0, 1),
  })
  return {
    number,
    districts: second === undefined || second === own ? [own] : [own, second],
    languages: ['en', ...spoken],
    specialisms: force.specialisms.map(({ id }) => id).filter(() => chance.happens(0.15)),
    openLimit: kind.limit,
    pattern: { startsOn: startsOn.toString(), endsOn: null, cycleDays: kind.cycleDays, turns: kind.turns },
    away: awayOf(stage, chance),
    ...trainingOf(number, stage),
    handsOverAt: number % 30 === 17 ? dayAt(stage, Math.floor(stage.days / 2), 10) : null,
    looksEvery: chance.between(45, 150),
  }
}

function kindAt(place: number): Kind {
  let left = place
  const found = kinds.find(({ share }) => (left -= share) < 0)
  if (found === undefined) throw new Error('The kinds of volunteers are not a hundred.')
  return found
}

/** A quarter are on leave for some days that are known long before, and a fifth ill for a few that nobody knew of. */
function awayOf(stage: Stage, chance: Chance): readonly Away[] {
  const planned = chance.happens(0.25)
    ? [daysAway(stage, chance.between(0, stage.days - 1), chance.between(4, 14), 0)]
    : []
  const ill = chance.happens(0.2)
    ? [daysAway(stage, chance.between(1, stage.days - 1), chance.between(1, 4), 6)]
    : []
  return [...planned, ...ill]
}

/** `hour`: that of the first day at which it is said; 0 for what was said before the month. */
function daysAway(stage: Stage, day: number, length: number, hour: number): Away {
  return {
    startsAt: dayAt(stage, day, hour),
    endsAt: dayAt(stage, day + length, 0),
    saidAt: dayAt(stage, hour === 0 ? 0 : day, hour),
  }
}

/** One in ten has training that ends in the month; half of them are trained anew four days later. */
function trainingOf(number: number, { from, days }: Stage): Pick<Volunteer, 'trainedUntil' | 'trainedAgain'> {
  const first = Temporal.PlainDate.from(from)
  if (number % 10 !== 3)
    return { trainedUntil: first.add({ days: 300 + number }).toString(), trainedAgain: null }
  const last = first.add({ days: (number * 7) % days })
  return {
    trainedUntil: last.toString(),
    trainedAgain: number % 20 === 3 ? last.add({ days: 4 }).toString() : null,
  }
}

function dayAt({ from, force }: Stage, day: number, hour: number): Date {
  return firstMoment(
    Temporal.PlainDate.from(from).add({ days: day }),
    `${String(hour).padStart(2, '0')}:00`,
    force,
  )
}

/** When a volunteer is on duty, as far as it is known at `at`; left out: as it comes to be. */
export function dutyKnown(
  { pattern, away }: Volunteer,
  { startsAt, endsAt }: Shift,
  force: Force,
  at?: Date,
): readonly Shift[] {
  const leave = away.filter(({ saidAt }) => at === undefined || saidAt <= at)
  return dutyOf({ patterns: [pattern], extras: [], leave }, startsAt, endsAt, force)
}
