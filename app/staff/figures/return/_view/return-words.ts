import 'server-only'
import { strandWords } from '@/components/staff/case-words'
import { offenceGroups } from '@/lib/domain/offence'
import type { Answer } from '@/lib/domain/figures/answer'
import type { ReturnRow } from '@/lib/domain/figures/return-table'
import type { Translate } from '@/lib/i18n/translate'

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
