import { noOffence, offenceGroups } from '../offence'
import { answer, together } from './answer'
import type { Answer } from './answer'
import { pairName, strandDimensions } from './measures'
import type { By, CountedForce } from './measures'
import type { Filter } from './question'
import { monthsOfYear } from './statistics-year'
import type { ToldFigures } from './told-figures'

/** A row of the return: all cases of a crime (`each`), those that were at least partly online, or those of a strand, by its id. */
export interface ReturnRow {
  readonly of: string
  /** In each group of offences, in their order, and then altogether. */
  readonly cells: readonly Answer[]
}

type Strands = Parameters<typeof strandDimensions>[0]

/** The rows of what is told that the return is made of. */
export function rowsOfReturn(force: Strands): readonly By[] {
  const facts = [...strandDimensions(force), 'online'] as const
  return ['all', 'offence', ...facts, ...facts.map((fact) => pairName([fact, 'offence']))]
}

/**
 * Cases received in a statistics year of which a crime is recorded, in the shape of the yearly return to the Home Office: by group of offences, each
 * once; then those that were online; then by strand, where one of several is in each (decision 0055).
 */
export function returnTable(year: number, told: ToldFigures, force: CountedForce): readonly ReturnRow[] {
  const months = monthsOfYear(year, told.rules)
  const asked = { from: months[0] ?? '', to: months.at(-1) ?? '' }
  const rows: readonly { readonly of: string; readonly filters: readonly Filter[] }[] = [
    { of: 'each', filters: [] },
    { of: 'online', filters: [{ dimension: 'online', value: 'yes' }] },
    ...strandDimensions(force).map((dimension) => ({
      of: dimension.slice('strand:'.length),
      filters: [{ dimension, value: 'yes' }],
    })),
  ]
  return rows.map(({ of, filters }) => ({
    of,
    cells: withTotal(
      offenceGroups.map((value) => ask([...filters, { dimension: 'offence', value }])),
      ask(filters),
      ask([...filters, { dimension: 'offence', value: noOffence }]),
    ),
  }))

  function ask(filters: readonly Filter[]): Answer {
    return answer({ ...asked, filters }, 'received', told, force)
  }
}

/** Behind the groups all of them: their sum, or all cases less those without a crime, where these are told. Either anybody can reckon. */
function withTotal(groups: readonly Answer[], all: Answer, none: Answer): readonly Answer[] {
  const sum = together(groups)
  if (sum.shown || !all.shown || !none.shown) return [...groups, sum]
  return [...groups, { shown: true, count: all.count - none.count }]
}
