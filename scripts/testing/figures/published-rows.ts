import { hertfordshire } from '@/lib/force/hertfordshire'
import { measures } from '@/lib/domain/figures/measures'
import { release } from '@/lib/domain/figures/release'
import type { PublishedRow, Tally } from '@/lib/domain/figures/rows'
import { shapeOf } from '@/lib/domain/figures/shape'
import { monthsOfYear } from '@/lib/domain/figures/statistics-year'
import { realisticCases, talliesOfCases } from './realistic-years'

/** The statistics years there are figures of, and how many months of the last are told. */
const publishedYears = [2023, 2024, 2025] as const
const toldOfLast = 9
const perMonth = 133

/** What is published of some years of cases that nobody sent, by the rules by which real ones are told: the same each time. */
export function publishedRows(): readonly PublishedRow[] {
  const force = hertfordshire
  const { minimum } = force.statistics
  return measures.flatMap((measure, seed) => {
    let before: readonly Tally[] = []
    return publishedYears.flatMap((year) => {
      const months = monthsOfYear(year, force.statistics)
      const released = year === publishedYears.at(-1) ? toldOfLast : 12
      const cases = realisticCases(months.slice(0, released), perMonth, force, year * 10 + seed, measure)
      const tallies = talliesOfCases(cases, force, measure)
      const told = release(shapeOf(measure, force), {
        year,
        months,
        released,
        untold: 0,
        tallies,
        before,
        minimum,
      })
      before = tallies
      return told
    })
  })
}
