import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { localTime } from '@/lib/domain/calendar'
import { addMonths, monthOf, monthsBetween, monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'
import type { Force } from '@/lib/domain/force'
import { publishAnew } from '../many/publish-anew'
import { storeMany } from '../many/seed-many'

/** About as many as come to a force like Hertfordshire. */
const perMonth = 130
/** So many whole statistics years are told of, before the one it is. */
const wholeYears = 2
/** Not one that somebody takes who makes up more of them. */
const seed = 65_535

/**
 * Closed cases of the years before, with the figures of them, so that whoever tries the product sees what figures look like. Once: where any figure is
 * published it does nothing, and what was interrupted before is gone on with. None of the cases holds a word.
 */
export async function seedPast(at: Date): Promise<void> {
  const force = currentForce()
  if ((await ownerDb().figure.findFirst({ where: { force: force.id } })) !== null) return
  const months = pastMonths(at, force)
  const until = localTime(at, force)
  const silent = () => undefined
  await storeMany({ cases: months * perMonth, seed, until, months, openShare: 0, mix: 'few', say: silent })
  await publishAnew(silent)
}

/** How many months before this one the past begins: with those that are never told, before the first year that is told whole. */
export function pastMonths(
  at: Date,
  force: Pick<Force, 'timeZone'> & {
    readonly statistics: Pick<Force['statistics'], 'yearBegins' | 'openingMonths'>
  },
): number {
  const { statistics } = force
  const thisMonth = monthOf(at, force)
  const [begins = thisMonth] = monthsOfYear(yearOf(thisMonth, statistics) - wholeYears, statistics)
  return monthsBetween(addMonths(begins, -statistics.openingMonths), thisMonth).length - 1
}
