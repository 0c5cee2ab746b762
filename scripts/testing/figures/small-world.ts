import type { Dimension, DimensionPair } from '@/lib/domain/figures/measures'
import { pairName } from '@/lib/domain/figures/measures'
import type { PublishedRow, Tally } from '@/lib/domain/figures/rows'
import type { Shape } from '@/lib/domain/figures/shape'
import { chance } from './chance'

/** Cases by month, district, channel and kind: every way a case can be, with how many there are. */
export interface World {
  readonly months: readonly string[]
  readonly counts: readonly number[]
}

/** One way a case can be. */
export interface Atom {
  readonly month: string
  readonly district: string
  readonly channel: string
  readonly kind: string
}

const values = {
  district: ['north', 'south', 'west'],
  kind: ['report', 'liaison-request'],
  channel: ['online', 'phone-101'],
} as const
type Divided = keyof typeof values
const dimensions: readonly Divided[] = ['district', 'kind', 'channel']
const pairs: readonly DimensionPair[] = [
  ['district', 'kind'],
  ['district', 'channel'],
  ['kind', 'channel'],
]

/** All tables of two that the little force could have, so that each can be played against the others. */
export const smallShape: Shape = {
  measure: 'received',
  dimensions: dimensions.map((dimension) => ({ dimension, values: values[dimension] })),
  pairs,
}

export function atomsOf(months: readonly string[]): readonly Atom[] {
  return months.flatMap((month) =>
    values.district.flatMap((district) =>
      values.kind.flatMap((kind) => values.channel.map((channel) => ({ month, district, kind, channel }))),
    ),
  )
}

const valueOf = (atom: Atom, dimension: Dimension) => atom[dimension as Divided]

/** The tallies of a world, as the database would keep them. */
export function talliesOf({ months, counts }: World): readonly Tally[] {
  const rows = new Map<string, Tally>()
  const add = (tally: Tally) => {
    const key = [tally.month, tally.by, tally.a, tally.b].join()
    rows.set(key, { ...tally, count: (rows.get(key)?.count ?? 0) + tally.count })
  }
  for (const [at, atom] of atomsOf(months).entries()) {
    const one = { measure: 'received', month: atom.month, a: '', b: '', count: counts[at] ?? 0 } as const
    if (one.count === 0) continue
    add({ ...one, by: 'all' })
    for (const by of dimensions) add({ ...one, by, a: atom[by] })
    for (const pair of pairs) {
      add({ ...one, by: pairName(pair), a: valueOf(atom, pair[0]), b: valueOf(atom, pair[1]) })
    }
  }
  return [...rows.values()]
}

/** Whether a row counts the cases that are so. */
export function isCounted(row: PublishedRow, atom: Atom): boolean {
  if (atom.month < row.first || atom.month > row.last) return false
  if (row.by === 'all') return true
  const [one, other] = row.by.split('*') as Dimension[]
  return valueOf(atom, one ?? 'kind') === row.a && (other === undefined || valueOf(atom, other) === row.b)
}

/** Every set of cases that any choice of months and values describes, as which atoms are in it. */
export function describableSets(months: readonly string[]): readonly (readonly number[])[] {
  const choices = [months, values.district, values.kind, values.channel].map(subsets)
  return product(choices).map((chosen) =>
    atomsOf(months).map(({ month, district, kind, channel }) =>
      [month, district, kind, channel].every((each, at) => chosen[at]?.has(each)) ? 1 : 0,
    ),
  )
}

function subsets(all: readonly string[]): readonly ReadonlySet<string>[] {
  const bits = Array.from({ length: 2 ** all.length - 1 }, (_, at) => at + 1)
  return bits.map((mask) => new Set(all.filter((_, at) => Math.floor(mask / 2 ** at) % 2 === 1)))
}

function product<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (sofar, next) => sofar.flatMap((one) => next.map((each) => [...one, each])),
    [[]],
  )
}

/** `density`: about how many there are of each way; `holes`: how often two values never go together, or one is not there before some month. */
export interface WorldKind {
  readonly seed: number
  readonly density: number
  readonly holes: number
}

/** An uneven world, the same for the same seed. */
export function worldOf({ seed, density, holes }: WorldKind, months: readonly string[]): World {
  const random = chance(seed)
  const isEven = random() < 0.5
  const weight = remembered(() => (isEven ? 1 + random() * 0.6 : 2 * random() ** 2 + 0.1))
  const isHole = remembered(() => random() < holes)
  const begins = remembered(() => (random() < holes ? Math.floor(random() * months.length) : 0))
  const counts = atomsOf(months).map(({ month, district, kind, channel }) => {
    const values = [district, kind, channel]
    const all = [month, ...values]
    const together = all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one} ${other}`))
    const isThere = values.every((value) => begins(value) <= months.indexOf(month)) && !together.some(isHole)
    const mean = density * all.reduce((product, one) => product * weight(one), 1)
    return isThere ? Math.floor(-Math.log(1 - random()) * mean) : 0
  })
  return { months, counts }
}

function remembered<T>(make: () => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? make()
    known.set(key, value)
    return value
  }
}
