import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { monthOf, monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'
import { readQuestion } from '@/lib/domain/figures/question'
import type { ReadQuestion } from '@/lib/domain/figures/question'
import type { Actor } from '@/lib/domain/policy'
import { lastPublished } from '@/lib/queries/published-figures'

export type Query = Readonly<Record<string, string | string[] | undefined>>

/** What an address asks of figures; without months it is the statistics year so far. Null: nothing is published yet. */
export async function readFigures(
  actor: Actor,
  query: Query,
): Promise<{ readonly read: ReadQuestion; readonly first: string; readonly last: string } | null> {
  const published = await lastPublished(actor)
  if (published === null) return null
  const force = currentForce()
  const last = published.month
  const [begins = last] = monthsOfYear(yearOf(last, force.statistics), force.statistics)
  const usual = { from: begins, to: last }
  return {
    read: readQuestion(query, { force, thisMonth: monthOf(now(), force), usual }),
    first: published.first,
    last,
  }
}
