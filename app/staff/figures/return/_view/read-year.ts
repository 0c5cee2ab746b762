import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { yearOf } from '@/lib/domain/figures/statistics-year'
import type { Actor } from '@/lib/domain/policy'
import { publishedSpan } from '@/lib/queries/published-figures'

/** The statistics years there is anything of, the latest first, and which is asked for: the last whole one where none is. */
export interface AskedYear {
  readonly years: readonly number[]
  /** Null: there is none of that name. */
  readonly year: number | null
}

/** Which year an address asks for; null where nothing is published yet. */
export async function readYear(
  actor: Actor,
  asked: string | string[] | undefined,
): Promise<AskedYear | null> {
  const span = await publishedSpan(actor)
  if (span === null) return null
  const { statistics } = currentForce()
  const [from, to] = [yearOf(span.first, statistics), yearOf(span.last, statistics)]
  const years = Array.from({ length: to - from + 1 }, (_, at) => to - at)
  if (asked === undefined || asked === '') return { years, year: years[isWhole(span.last) ? 0 : 1] ?? to }
  return { years, year: years.find((one) => String(one) === asked) ?? null }

  function isWhole(last: string): boolean {
    return Number(last.slice(5)) % 12 === (statistics.yearBegins + 11) % 12
  }
}
