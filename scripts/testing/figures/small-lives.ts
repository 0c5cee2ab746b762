import { release } from '@/lib/domain/figures/release'
import type { DimensionPair, Measure } from '@/lib/domain/figures/measures'
import type { PublishedRow, Tally } from '@/lib/domain/figures/rows'
import { addMonths, monthsBetween } from '@/lib/domain/figures/statistics-year'
import { chance } from './chance'

/** One way a case can go: it came in a month, and was closed in one, or never. */
export interface Life {
  readonly received: string
  readonly closed: string | null
  readonly district: string
  readonly channel: string
}

const values: Readonly<Record<'district' | 'channel', readonly string[]>> = {
  district: ['north', 'south', 'west'],
  channel: ['online', 'phone-101'],
}
const pair: DimensionPair = ['district', 'channel']
const bys = ['all', 'district', 'channel', 'district*channel'] as const

/** Two little years of three months. */
const years = [monthsBetween('2025-04', '2025-06'), monthsBetween('2025-07', '2025-09')]
const months = years.flat()
const minimum = 5

export const lives: readonly Life[] = months.flatMap((received) =>
  [...months.filter((month) => month >= received), null].flatMap((closed) =>
    values.district.flatMap((district) =>
      values.channel.map((channel) => ({ received, closed, district, channel })),
    ),
  ),
)

function valueOf({ district, channel }: Life, by: (typeof bys)[number]): readonly [string, string] {
  if (by === 'all') return ['', '']
  return by === 'district*channel' ? [district, channel] : [by === 'district' ? district : channel, '']
}

const monthOf = (life: Life, measure: Measure) => (measure === 'closed' ? life.closed : life.received)

/** Whether a row counts the cases that go so. */
export function isOf(row: PublishedRow, life: Life): boolean {
  const month = monthOf(life, row.measure)
  if (month === null || month < row.first || month > row.last) return false
  const [a, b] = valueOf(life, row.by as (typeof bys)[number])
  return a === row.a && b === row.b
}

/** All that is told of cases coming in and being closed, where so many months are told of neither. */
export function toldOfLives(counts: readonly number[], untold: number): readonly PublishedRow[] {
  return (['received', 'closed'] as const).flatMap((measure) => {
    const tallies = talliesOf(measure, counts)
    const dimensions = (['district', 'channel'] as const).map((dimension) => ({
      dimension,
      values: values[dimension],
    }))
    return years.flatMap((within, at) =>
      release(
        { measure, dimensions, pairs: [pair] },
        {
          ...{
            year: 2025 + at,
            months: within,
            released: within.length,
            untold: at === 0 ? untold : 0,
            minimum,
          },
          tallies: tallies.filter(({ month }) => within.includes(month)),
          before: at === 0 ? [] : tallies.filter(({ month }) => years[0]?.slice(untold).includes(month)),
        },
      ),
    )
  })
}

function talliesOf(measure: Measure, counts: readonly number[]): readonly Tally[] {
  return months.flatMap((month) =>
    bys.flatMap((by) => {
      const rows = new Map<string, Tally>()
      for (const [at, life] of lives.entries()) {
        if (monthOf(life, measure) !== month || (counts[at] ?? 0) === 0) continue
        const [a, b] = valueOf(life, by)
        const count = (rows.get(`${a}|${b}`)?.count ?? 0) + (counts[at] ?? 0)
        rows.set(`${a}|${b}`, { measure, month, by, a, b, count })
      }
      return [...rows.values()]
    }),
  )
}

/** `density`: about how many there are of each way; `quick`: how many of those that are open are closed in each month. */
export interface LivesKind {
  readonly seed: number
  readonly density: number
  readonly quick: number
  readonly holes: number
}

/** How many there are of each way, uneven, the same for the same seed. */
export function countsOf({ seed, density, quick, holes }: LivesKind): readonly number[] {
  const random = chance(seed)
  const weights = new Map<string, number>()
  const weight = (key: string) => {
    const known = weights.get(key) ?? (random() < holes ? 0 : 2 * random() ** 2 + 0.1)
    weights.set(key, known)
    return known
  }
  return lives.map(({ received, closed, district, channel }) => {
    const waited = monthsBetween(received, closed ?? addMonths(months.at(-1) ?? '', 1)).length - 1
    const share = (1 - quick) ** waited * (closed === null ? 1 : quick)
    const mean = 4 * density * share * weight(district) * weight(channel) * weight(`${district} ${received}`)
    return Math.floor(-Math.log(1 - random()) * mean)
  })
}

/** Every set of cases that spans of coming in and of being closed (or not by some month, or whenever) and values describe, by place in `lives`. */
export function describableLives(): readonly (readonly number[])[] {
  const spans = months.flatMap((first, at) => months.slice(at).map((last) => monthsBetween(first, last)))
  const open = months.map((first) => [...monthsBetween(first, months.at(-1) ?? ''), null])
  const ends: readonly (readonly (string | null)[])[] = [...spans, ...open, [null]]
  return spans.flatMap((came) =>
    ends.flatMap((went) =>
      subsets(values.district).flatMap((districts) =>
        subsets(values.channel).map((channels) =>
          lives.flatMap((life, at) =>
            came.includes(life.received) &&
            went.includes(life.closed) &&
            districts.includes(life.district) &&
            channels.includes(life.channel)
              ? [at]
              : [],
          ),
        ),
      ),
    ),
  )
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all
    .reduce<readonly (readonly T[])[]>((sofar, one) => [...sofar, ...sofar.map((set) => [...set, one])], [[]])
    .slice(1)
}
