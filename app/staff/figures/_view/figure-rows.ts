import type { Answer } from '@/lib/domain/figures/answer'
import type { Question } from '@/lib/domain/figures/question'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { labelOf, saidMonth } from './figure-words'
import type { FigureWords } from './figure-words'

/** The columns of a file of figures. */
export const figureColumns = ['table', 'of', 'from', 'to', 'narrowed', 'cases', 'before', 'why'] as const

/**
 * The cells of a page as rows of a file: exactly those, in their order, and then how they were made. What is not shown on the page is
 * in no file.
 */
export function figureRows(
  tables: ReadonlyMap<FigureTableId, FigureTable>,
  question: Question,
  words: FigureWords,
  made: { readonly minimum: number; readonly last: string },
): readonly object[] {
  const { t } = words.speech
  const { from, to, filters } = question
  const narrowed = filters.map(({ dimension, value }) => `${dimension}=${value}`).join('; ')
  const rows = [...tables].flatMap(([id, table]) => {
    const title = t(`figures.table.${id}.title`)
    const row = (of: string, answer: Answer, before: Answer) => ({
      ...{ table: title, of, from, to, narrowed, cases: said(answer), before: said(before) },
      why: answer.shown ? '' : t(`figures.why.${answer.why}`, words.year),
    })
    return [
      row(t('figures.column.all'), table.total, table.totalBefore),
      ...table.cells.map(({ key, answer, before }) => row(labelOf(id, key, words), answer, before)),
    ]
  })
  const how = [
    t('figures.lead'),
    t('figures.asOf', { month: saidMonth(made.last, words.speech) }),
    t('figures.safeText', { under: made.minimum - 1, ...words.year }),
  ]
  return [...rows, ...how.map((of) => ({ table: t('figures.column.made'), of }))]

  function said(answer: Answer): string {
    return answer.shown ? String(answer.count) : t('figures.hidden')
  }
}
