import 'server-only'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import { refreshFigures } from '@/lib/commands/figures/count-figures'
import {
  figureState,
  freezeFigures,
  frozenFigures,
  receivedByMonth,
  publishFigures,
} from '@/lib/commands/figures/freeze-figures'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { toldOfYear } from '@/lib/domain/figures/frozen-year'
import { toldFrom } from '@/lib/domain/figures/opening'
import { measures } from '@/lib/domain/figures/measures'
import { addMonths, monthsOfYear, releasedMonths, yearOf } from '@/lib/domain/figures/statistics-year'

/** Months of a measure that are counted in one piece: nobody waits for longer than that takes. */
const atOnce = 25

/**
 * Counts again what changed, and publishes figures of months that are settled, the oldest year first: each once, however often it runs, and what was
 * missed with the next run. Costs next to nothing where nothing changed. Gives how many rows were published.
 */
export async function releaseFigures(): Promise<number> {
  while ((await refreshFigures(atOnce)).waiting > 0);
  for (;;) {
    const before = await figureState()
    try {
      return await releaseSettled()
    } catch (error) {
      // Another process may do the same at the same time: what it has done is not to be done again, and the rest is.
      const after = await figureState()
      if (after.frozen === before.frozen && after.published === before.published) throw error
    }
  }
}

async function releaseSettled(): Promise<number> {
  const rules = currentForce().statistics
  let published = 0
  for (const year of await yearsToPublish()) published += await releaseYear(monthsOfYear(year, rules))
  if (published > 0) log('info', { event: 'figures-published', count: published })
  return published
}

/** Months are frozen from the beginning of the year on in which counting began. */
async function firstMonth(): Promise<string | null> {
  const { first } = await figureState()
  const { statistics } = currentForce()
  return first === null ? null : (monthsOfYear(yearOf(first, statistics), statistics)[0] ?? null)
}

async function yearsToPublish(): Promise<readonly number[]> {
  const first = await firstMonth()
  if (first === null) return []
  const { published } = await figureState()
  const { statistics } = currentForce()
  const months = releasedMonths(published === null ? first : addMonths(published, 1), today(), statistics)
  return [...new Set(months.map((month) => yearOf(month, statistics)))]
}

/** Freezes what is settled of a year and tells it. Where it was frozen and not told, because a process ended, it is told now. */
async function releaseYear(months: readonly string[]): Promise<number> {
  const force = currentForce()
  const { frozen } = await figureState()
  const [first = ''] = months
  const settled = months.filter((month) => releasedMonths(first, today(), force.statistics).includes(month))
  const fresh = settled.filter((month) => frozen === null || month > frozen)
  if (fresh.length > 0) await freezeFigures(fresh)
  const known = await frozenFigures(addMonths(first, -12), settled.at(-1) ?? first)
  const year = yearOf(first, force.statistics)
  const begin = toldFrom(await receivedByMonth(), force.statistics)
  const told = measures.flatMap((measure) => toldOfYear(measure, year, known, force, begin))
  return told.length === 0 ? 0 : publishFigures(first, settled.at(-1) ?? first, told)
}

function today(): string {
  return localTime(now(), currentForce()).toPlainDate().toString()
}
