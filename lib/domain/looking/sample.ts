import type { Temporal } from 'temporal-polyfill'
import { instantOf, localTime } from '../calendar'
import { DomainError } from '../errors'

/** A look that can be drawn: its row of the audit, and whose it was. */
export interface View {
  readonly seq: string
  readonly actorId: string
}

/** One look in fifty, and never so few that nothing is looked after, nor so many that nobody reads them. */
const oneIn = 50
const limits = { least: 10, most: 50 } as const

/** How many of so many looks of a week are drawn. */
export function sampleSize(views: number): number {
  return Math.min(views, Math.max(limits.least, Math.min(limits.most, Math.ceil(views / oneIn))))
}

/**
 * Draws the sample of a week: one look of each person who looked, as far as there is room, and the rest from all that are left. `rankOf` gives
 * a text its place among all others, by chance that nobody can choose: the lowest are drawn. So each person has the same chance of being
 * looked after, each look of one person the same chance, and each that is left over the same again; and whoever has the ranks can draw the
 * same sample once more.
 */
export function drawSample<V extends View>(
  views: readonly V[],
  rankOf: (text: string) => string,
): readonly V[] {
  const size = sampleSize(views.length)
  const people = lowest([...Map.groupBy(views, ({ actorId }) => actorId)], ([id]) => rankOf(`person ${id}`))
  const firsts = people
    .slice(0, size)
    .flatMap(([, own]) => lowest(own, ({ seq }) => rankOf(`look ${seq}`)).slice(0, 1))
  const drawn = new Set(firsts.map(({ seq }) => seq))
  const left = lowest(
    views.filter(({ seq }) => !drawn.has(seq)),
    ({ seq }) => rankOf(`rest ${seq}`),
  )
  return [...firsts, ...left.slice(0, size - firsts.length)]
}

function lowest<T>(all: readonly T[], rankOf: (one: T) => string): readonly T[] {
  return all
    .map((one) => ({ one, rank: rankOf(one) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ one }) => one)
}

/** A week of a force's calendar, from Monday to Monday. */
export interface Week {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string
  readonly from: Date
  /** The looks before this. */
  readonly to: Date
}

/** The last weeks that have ended by a force's clock, the oldest first. */
export function weeksEnded(at: Date, force: { readonly timeZone: string }, count: number): readonly Week[] {
  const today = localTime(at, force).toPlainDate()
  const thisMonday = today.subtract({ days: today.dayOfWeek - 1 })
  return Array.from({ length: count }, (_, index) =>
    weekOf(thisMonday.subtract({ weeks: count - index }), force),
  )
}

function weekOf(monday: Temporal.PlainDate, force: { readonly timeZone: string }): Week {
  const next = monday.add({ weeks: 1 })
  return {
    monday: monday.toString(),
    from: instantOf(monday, '00:00', force),
    to: instantOf(next, '00:00', force),
  }
}

/** What somebody found about a look of the sample: codes, so that the audit can hold them. Words: `oversight.sample.outcome`. */
export const sampleOutcomes = ['in-order', 'asked', 'referred'] as const
type SampleOutcome = (typeof sampleOutcomes)[number]

/** An outcome as a form gives it; `invalid` for any other. */
export function readSampleOutcome(text: string): SampleOutcome {
  const outcome = sampleOutcomes.find((known) => known === text)
  if (outcome === undefined) throw new DomainError('invalid')
  return outcome
}
