import 'server-only'
import { figureState, frozenFigures, receivedByMonth } from '@/lib/commands/figures/freeze-figures'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { toldOfYear } from '@/lib/domain/figures/frozen-year'
import { toldFrom } from '@/lib/domain/figures/opening'
import { measures } from '@/lib/domain/figures/measures'
import { addMonths, monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'

/** How many published rows are not what the rules say of the frozen months, and how many the rules say that are not there. */
export async function misprinted(): Promise<number> {
  const { first, published } = await figureState()
  if (first === null || published === null) return 0
  const { statistics } = currentForce()
  let found = 0
  for (let year = yearOf(first, statistics); year <= yearOf(published, statistics); year += 1)
    found += await misprintedOf(year, published)
  return found
}

async function misprintedOf(year: number, published: string): Promise<number> {
  const force = currentForce()
  const [first = ''] = monthsOfYear(year, force.statistics)
  const known = await frozenFigures(addMonths(first, -12), published)
  const begin = toldFrom(await receivedByMonth(), force.statistics)
  const told = measures.flatMap((measure) => toldOfYear(measure, year, known, force, begin))
  const rows = await ownerDb().figure.findMany({ where: { force: force.id, year } })
  const there = new Set(
    rows.flatMap(({ measure, by, a, b }) => [valueOf(measure, by, a), valueOf(measure, by, b)]),
  )
  // A district that there is since later has no row in that year, and had no case.
  const wasKnown = ({ measure, by, a, b, count }: Row) =>
    (there.has(valueOf(measure, by, a)) && there.has(valueOf(measure, by, b))) || (count ?? 0) > 0
  const expected = new Set(told.filter(wasKnown).map((row) => wordsOf(row)))
  const kept = rows.map(({ firstMonth, lastMonth, ...row }) =>
    wordsOf({ ...row, first: monthOf(firstMonth), last: monthOf(lastMonth) }),
  )
  return kept.filter((row) => !expected.delete(row)).length + expected.size
}

const valueOf = (measure: string, by: string, value: string) => [measure, by, value].join('|')

interface Row {
  readonly measure: string
  readonly first: string
  readonly last: string
  readonly whole: boolean
  readonly by: string
  readonly a: string
  readonly b: string
  readonly count: number | null
}

function wordsOf({ measure, first, last, whole, by, a, b, count }: Row): string {
  return JSON.stringify([measure, first, last, whole, by, a, b, count])
}

const monthOf = (day: Date) => day.toISOString().slice(0, 7)
