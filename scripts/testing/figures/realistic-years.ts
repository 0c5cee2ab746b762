import { dimensionsOf, pairName, pairsOf } from '@/lib/domain/figures/measures'
import type { CountedForce, Dimension, Measure } from '@/lib/domain/figures/measures'
import type { Tally } from '@/lib/domain/figures/rows'
import { valuesOf } from '@/lib/domain/figures/values'
import { chance } from './chance'

/** A case that counts: its month, and its value of each dimension. */
export type ReceivedCase = Readonly<Record<Dimension, string>> & { readonly month: string }

/** Half of them the first value of a list, half of the rest the second, and so on: by far the most are online, by day, in the large towns. */
const tail: Readonly<Partial<Record<Dimension, number>>> = {
  district: 0.16,
  kind: 0.85,
  channel: 0.6,
  risk: 0.12,
  repeat: 0.12,
  weekday: 0.2,
  daypart: 0.1,
  outcome: 0.9,
  band: 0.25,
  disposition: 0.2,
  answer: 0.8,
  'strand:race': 0.6,
  'strand:sexual-orientation': 0.2,
  'strand:disability': 0.12,
  'strand:religion': 0.09,
  'strand:transgender-identity': 0.05,
}

/** Cases of some months, so many a month about, uneven as in life, the same for the same seed. */
export function realisticCases(
  months: readonly string[],
  perMonth: number,
  force: CountedForce,
  seed: number,
  measure: Measure = 'received',
): readonly ReceivedCase[] {
  const random = chance(seed)
  const dimensions = dimensionsOf(measure, force)
  return months.flatMap((month, at) => {
    const season = 1 + 0.2 * Math.sin((at * Math.PI) / 6)
    const many = Math.round(perMonth * season * (0.85 + 0.3 * random()))
    return Array.from({ length: many }, () => {
      const facts = dimensions.map((each) => [each, pick(valuesOf(each, force), tail[each] ?? 0.3, random)])
      return { month, ...Object.fromEntries(facts) } as ReceivedCase
    })
  })
}

function pick(values: readonly string[], share: number, random: () => number): string {
  let left = values.length - 1
  for (const value of values) {
    if (left === 0 || random() < share) return value
    left -= 1
  }
  return values[0] ?? ''
}

/** Their tallies, as the database would keep them. */
export function talliesOfCases(
  cases: readonly ReceivedCase[],
  force: CountedForce,
  measure: Measure = 'received',
): readonly Tally[] {
  const rows = new Map<string, Tally>()
  const add = (tally: Tally) => {
    const key = [tally.month, tally.by, tally.a, tally.b].join('|')
    rows.set(key, { ...tally, count: (rows.get(key)?.count ?? 0) + 1 })
  }
  const dimensions = dimensionsOf(measure, force)
  const pairs = pairsOf(measure, force)
  for (const one of cases) {
    const row = { measure, month: one.month, a: '', b: '', count: 1 }
    add({ ...row, by: 'all' })
    for (const by of dimensions) add({ ...row, by, a: one[by] ?? '' })
    for (const pair of pairs)
      add({ ...row, by: pairName(pair), a: one[pair[0]] ?? '', b: one[pair[1]] ?? '' })
  }
  return [...rows.values()]
}
