import { answer, breakdown, trend } from './answer'
import type { Answer } from './answer'
import { strandDimensions } from './measures'
import type { CountedForce } from './measures'
import type { Filter } from './question'
import type { PublishedRow } from './rows'
import { monthsOfYear } from './statistics-year'
import { toldFigures } from './told-figures'

/** By what the public is told of cases that came. */
export const openTables = ['district', 'strand', 'channel'] as const
export type OpenTableId = (typeof openTables)[number]

/** Months that are counted together, both within. */
export interface OpenSpan {
  readonly from: string
  readonly to: string
}

interface OpenLine {
  readonly value: string
  /** One for each year, in their order. */
  readonly answers: readonly Answer[]
}

/** What the public is told: how many cases came, and nothing else of them. */
export interface OpenData {
  /** The last month that is published. */
  readonly last: string
  /** Statistics years as far as they are told, and all cases of each. */
  readonly years: readonly OpenSpan[]
  readonly totals: readonly Answer[]
  readonly months: readonly (OpenSpan & { readonly answer: Answer })[]
  readonly tables: Readonly<Record<OpenTableId, readonly OpenLine[]>>
}

/** What published rows tell the public; null where there are none yet. */
export function openData(rows: readonly PublishedRow[], force: CountedForce): OpenData | null {
  const told = toldFigures(rows, force.statistics)
  const years = yearsOf(rows, force)
  const [first, latest] = [years[0], years.at(-1)]
  if (first === undefined || latest === undefined) return null
  const of = (span: OpenSpan, filters: readonly Filter[] = []) =>
    answer({ ...span, filters }, 'received', told, force)
  const among = (id: 'district' | 'channel'): readonly OpenLine[] => {
    const columns = years.map((span) => breakdown({ ...span, filters: [] }, id, 'received', told, force))
    return (columns[0] ?? []).map(({ value }, at) => ({
      value,
      answers: columns.flatMap((column) => column[at]?.answer ?? []),
    }))
  }
  const months = { from: first.from, to: latest.to, filters: [] }
  return {
    last: latest.to,
    years,
    totals: years.map((span) => of(span)),
    months: trend(months, 'received', told, force).map((one) => ({
      ...{ from: one.first, to: one.last, answer: one.answer },
    })),
    tables: {
      district: among('district'),
      channel: among('channel'),
      strand: strandDimensions(force).map((dimension) => ({
        value: dimension.slice('strand:'.length),
        answers: years.map((span) => of(span, [{ dimension, value: 'yes' }])),
      })),
    },
  }
}

/** The statistics years that something is told of: the first from where telling began, the last up to what is told. */
function yearsOf(rows: readonly PublishedRow[], { statistics }: CountedForce): readonly OpenSpan[] {
  const told = rows.filter(({ by, whole }) => by === 'all' && !whole)
  const begin = told.map(({ first }) => first).sort()[0] ?? ''
  const last =
    told
      .map((row) => row.last)
      .sort()
      .at(-1) ?? ''
  return [...new Set(told.map(({ year }) => year))]
    .sort((one, other) => one - other)
    .map((year) => {
      const months = monthsOfYear(year, statistics).filter((month) => month >= begin && month <= last)
      return { from: months[0] ?? begin, to: months.at(-1) ?? last }
    })
}
