import 'server-only'
import { strandWords } from '@/components/staff/case-words'
import { currentForce } from '@/lib/config/current-force'
import { offenceGroups } from '@/lib/domain/offence'
import type { Answer } from '@/lib/domain/figures/answer'
import type { ReturnRow } from '@/lib/domain/figures/return-table'
import { monthsOfYear } from '@/lib/domain/figures/statistics-year'
import type { Translate } from '@/lib/i18n/translate'
import { saidPeriod } from '../../_view/figure-words'
import { figureWords } from '../../_view/force-words'

/** Heads of the columns: what the row is of, the groups of offences, and all of them. */
export function returnColumns(t: Translate): readonly string[] {
  return [
    t('figures.return.of'),
    ...offenceGroups.map((group) => t(`staff.offence.${group}`)),
    t('figures.return.total'),
  ]
}

/** What a row is of, in words. */
export function rowWords({ of }: ReturnRow, t: Translate): string {
  return of === 'each' || of === 'online' ? t(`figures.return.${of}`) : strandWords(of, t)
}

/** A cell as it is shown and given. */
export function cellWords(cell: Answer, t: Translate): string {
  return cell.shown ? String(cell.count) : t('figures.hidden')
}

/** Why some are not shown, each reason once. */
export function whyOf(
  rows: readonly ReturnRow[],
  year: { readonly begins: string; readonly ends: string },
  t: Translate,
): readonly string[] {
  const whys = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.shown ? [] : [cell.why])))
  return [...new Set(whys)].map((why) => t(`figures.why.${why}`, year))
}

/** The last month of a statistics year. */
export function lastMonthOf(year: number): string {
  return monthsOfYear(year, currentForce().statistics).at(-1) ?? ''
}

/** `April 2025 to March 2026`. */
export function saidYear(year: number, t: Translate): string {
  const [first = ''] = monthsOfYear(year, currentForce().statistics)
  const last = lastMonthOf(year)
  return saidPeriod([first, last], figureWords(t, last).speech)
}
