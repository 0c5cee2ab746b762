import { offenceGroups } from '../offence'
import { answer } from './answer'
import type { Answer } from './answer'
import { pairName, strandDimensions } from './measures'
import type { By, CountedForce } from './measures'
import type { Filter } from './question'
import { monthsOfYear } from './statistics-year'
import type { ToldFigures } from './told-figures'

/** A row of the return: all offences (`each`), those that were at least partly online, or those of a strand, by its id. */
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
 * Crimes recorded in a statistics year in the shape of the yearly return to the Home Office: by group of offences, each offence once; then those
 * that were online; then by strand, where an offence of several is in each (decision 0055).
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
    cells: [
      ...offenceGroups.map((value) => ask([...filters, { dimension: 'offence', value }])),
      ask(filters),
    ],
  }))

  function ask(filters: readonly Filter[]): Answer {
    return answer({ ...asked, filters }, 'recorded', told, force)
  }
}
