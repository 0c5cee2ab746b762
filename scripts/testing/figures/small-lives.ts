import { pairName } from '@/lib/domain/figures/measures'
import { release } from '@/lib/domain/figures/release'
import type { By, Dimension } from '@/lib/domain/figures/measures'
import type { PublishedRow, Tally } from '@/lib/domain/figures/rows'
import { addMonths, monthsBetween } from '@/lib/domain/figures/statistics-year'
import { chance } from './chance'

type Counted = 'received' | 'closed'

/** What cases are like, and by which two things each measure is told. What is no dimension of `received` is known of closed ones alone. */
export interface Shape {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly told: Readonly<Record<Counted, readonly [Dimension, Dimension]>>
}

/** One way a case can go: it came in a month, and was closed in one, or never. */
interface Life {
  readonly received: string
  readonly closed: string | null
  readonly of: Readonly<Record<string, string>>
}

/** Two little years of three months. */
const years = [monthsBetween('2025-04', '2025-06'), monthsBetween('2025-07', '2025-09')]
const months = years.flat()
const minimum = 5

/** `density`: about how many there are of each way; `quick`: how many of those that are open are closed in each month. */
export interface LivesKind {
  readonly seed: number
  readonly density: number
  readonly quick: number
  readonly holes: number
}

/** A little world in which cases come in and are closed, or not. */
export class SmallLives {
  readonly lives: readonly Life[]
  /** What only closed cases have. */
  private readonly late: readonly Dimension[]

  constructor(private readonly shape: Shape) {
    const all = Object.keys(shape.values) as Dimension[]
    this.late = all.filter((dimension) => !shape.told.received.includes(dimension))
    this.lives = months.flatMap((received) =>
      [...months.filter((month) => month >= received), null].flatMap((closed) =>
        this.ways(all.filter((dimension) => closed !== null || !this.late.includes(dimension))).map((of) => ({
          ...{ received, closed, of },
        })),
      ),
    )
  }

  /** Whether a row counts the cases that go so. */
  isOf(row: PublishedRow, life: Life): boolean {
    const measure = row.measure as Counted
    const month = life[measure]
    if (month === null || month < row.first || month > row.last) return false
    const [a, b] = valuesBy(life, row.by)
    return a === row.a && b === row.b
  }

  /** All that is told of cases coming in and being closed, where so many months are told of neither. */
  told(counts: readonly number[], untold: number): readonly PublishedRow[] {
    return (['received', 'closed'] as const).flatMap((measure) => {
      const tallies = this.tallies(measure, counts)
      const pair = this.shape.told[measure]
      const dimensions = pair.map((dimension) => ({ dimension, values: this.shape.values[dimension] ?? [] }))
      return years.flatMap((within, at) =>
        release(
          { measure, dimensions, pairs: [pair] },
          {
            ...{ year: 2025 + at, months: within, released: within.length },
            ...{ untold: at === 0 ? untold : 0, minimum },
            tallies: tallies.filter(({ month }) => within.includes(month)),
            before: at === 0 ? [] : tallies.filter(({ month }) => years[0]?.slice(untold).includes(month)),
          },
        ),
      )
    })
  }

  /** How many there are of each way, uneven, the same for the same seed. */
  counts({ seed, density, quick, holes }: LivesKind): readonly number[] {
    const random = chance(seed)
    const weights = new Map<string, number>()
    const weight = (key: string) => {
      const known = weights.get(key) ?? (random() < holes ? 0 : 2 * random() ** 2 + 0.1)
      weights.set(key, known)
      return known
    }
    return this.lives.map(({ received, closed, of }) => {
      const waited = monthsBetween(received, closed ?? addMonths(months.at(-1) ?? '', 1)).length - 1
      const share = (1 - quick) ** waited * (closed === null ? 1 : quick)
      const values = Object.values(of)
      const uneven = values.reduce((product, value) => product * weight(value), 1)
      return Math.floor(
        -Math.log(1 - random()) * 4 * density * share * uneven * weight(`${values[0] ?? ''} ${received}`),
      )
    })
  }

  /** Every set of cases that spans of coming in and of being closed (or not by some month, or whenever) and values describe, by place in `lives`. */
  describable(): readonly (readonly number[])[] {
    const spans = months.flatMap((first, at) => months.slice(at).map((last) => monthsBetween(first, last)))
    const open = months.map((first) => [...monthsBetween(first, months.at(-1) ?? ''), null])
    const ends: readonly (readonly (string | null)[])[] = [...spans, ...open, [null]]
    const choices = this.choices()
    return spans.flatMap((came) =>
      ends.flatMap((went) => {
        const within = this.lives.flatMap((life, at) =>
          came.includes(life.received) && went.includes(life.closed) ? [at] : [],
        )
        return choices.map((chosen) => within.filter((at) => chosen.has(at)))
      }),
    )
  }

  /** Each choice of values, as the places it is of. */
  private choices(): readonly ReadonlySet<number>[] {
    return Object.entries(this.shape.values).reduce<readonly ReadonlySet<number>[]>(
      (chosen, [dimension, values]) =>
        subsets(values).flatMap((some) => {
          const has = ({ of }: Life) => some.includes(of[dimension] ?? some[0] ?? '')
          const places = new Set(this.lives.flatMap((life, at) => (has(life) ? [at] : [])))
          return chosen.map((each) => new Set([...each].filter((at) => places.has(at))))
        }),
      [new Set(this.lives.keys())],
    )
  }

  private ways(dimensions: readonly Dimension[]): readonly Life['of'][] {
    return dimensions.reduce<readonly Life['of'][]>(
      (sofar, dimension) =>
        sofar.flatMap((of) =>
          (this.shape.values[dimension] ?? []).map((value) => ({ ...of, [dimension]: value })),
        ),
      [{}],
    )
  }

  private tallies(measure: Counted, counts: readonly number[]): readonly Tally[] {
    const pair = this.shape.told[measure]
    const rows = new Map<string, Tally>()
    for (const [at, life] of this.lives.entries()) {
      const month = life[measure]
      const count = counts[at] ?? 0
      if (month === null || count === 0) continue
      for (const by of ['all', ...pair, pairName(pair)] as const) {
        const [a, b] = valuesBy(life, by)
        const key = [month, by, a, b].join('|')
        rows.set(key, { measure, month, by, a, b, count: count + (rows.get(key)?.count ?? 0) })
      }
    }
    return [...rows.values()]
  }
}

function valuesBy({ of }: Life, by: By): readonly [string, string] {
  if (by === 'all') return ['', '']
  const [a = '', b = ''] = by.split('*').map((dimension) => of[dimension] ?? '')
  return [a, b]
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all
    .reduce<readonly (readonly T[])[]>((sofar, one) => [...sofar, ...sofar.map((set) => [...set, one])], [[]])
    .slice(1)
}
