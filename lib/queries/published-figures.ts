import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import type { By, Measure } from '@/lib/domain/figures/measures'
import type { PublishedRow } from '@/lib/domain/figures/rows'
import type { Actor } from '@/lib/domain/policy'

/** Rows of one measure, by any of these. */
export interface WantedRows {
  readonly measure: Measure
  readonly by: readonly By[]
}

/** The first and last month that figures are published of (`YYYY-MM`), and when the last was; null where there are none yet. */
export async function lastPublished(
  actor: Actor,
): Promise<{ readonly first: string; readonly month: string; readonly at: Date } | null> {
  requireFigures(actor)
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ first: string; month: string; at: Date }[]>`
      SELECT to_char(min(first_month), 'YYYY-MM') AS first, to_char(max(last_month), 'YYYY-MM') AS month, max(published_at) AS at
        FROM figure WHERE force = ${currentForce().id} AND by = 'all' AND NOT whole HAVING count(*) > 0`,
  )
  return row ?? null
}

/** The statistics years that are published whole by something, of what came, the latest first. */
export async function wholeYears(actor: Actor, by: By): Promise<readonly number[]> {
  requireFigures(actor)
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ year: number }[]>`
      SELECT DISTINCT year FROM figure
       WHERE force = ${currentForce().id} AND measure = 'received' AND by = ${by} AND whole ORDER BY year DESC`,
  )
  return rows.map(({ year }) => year)
}

/**
 * What was published of some statistics years, both within: the one way to figures about all cases (decision 0051). It is the same for
 * whoever may see figures, so that nobody learns anything by comparing. `forbidden` for everybody else.
 */
export async function publishedFigures(
  actor: Actor,
  [from, to]: readonly [number, number],
  wanted: readonly WantedRows[],
): Promise<readonly PublishedRow[]> {
  requireFigures(actor)
  const pairs = wanted.flatMap(({ measure, by }) => by.map((one) => ({ measure, one })))
  return asActor(
    actor,
    (tx) => tx.$queryRaw<PublishedRow[]>`
      SELECT f.measure, f.year, to_char(f.first_month, 'YYYY-MM') AS first, to_char(f.last_month, 'YYYY-MM') AS last,
             f.whole, f.by, f.a, f.b, f.count
        FROM (SELECT DISTINCT * FROM unnest(${pairs.map(({ measure }) => measure)}::text[], ${pairs.map(({ one }) => one)}::text[]) w(measure, by)) w
        JOIN figure f ON f.force = ${currentForce().id} AND f.measure = w.measure AND f.by = w.by AND f.year BETWEEN ${from} AND ${to}`,
  )
}

function requireFigures({ role }: Actor): void {
  if (!mayEnter(role, 'figures')) throw new DomainError('forbidden')
}
