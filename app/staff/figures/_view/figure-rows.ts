import type { Answer } from '@/lib/domain/figures/answer'
import type { Question } from '@/lib/domain/figures/question'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { filtersInWords } from './filter-words'
import { labelOf, reasonWords, saidMonth } from './figure-words'
import type { FigureWords } from './figure-words'
import { madeUpWords } from './made-up-words'

type Row = readonly (string | number)[]

const columns = ['table', 'of', 'from', 'to', 'narrowed', 'cases', 'before', 'earlier', 'why'] as const

/** What a row holds: only a total has the months just before. */
interface Numbers {
  readonly answer: Answer
  readonly before: Answer
  readonly earlier?: Answer | null
}

/** A file of figures: its headings, the cells of the page as rows, exactly those and in their order, and how they were made. */
export interface FigureFile {
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  readonly made: readonly string[]
}

/** What is not shown on the page is in no file. */
export function figureFile(
  tables: ReadonlyMap<FigureTableId, FigureTable>,
  question: Question,
  words: FigureWords,
  made: { readonly minimum: number; readonly last: string },
): FigureFile {
  const { t } = words.speech
  const narrowed = filtersInWords(question, words)
  const said = (answer: Answer) => (answer.shown ? answer.count : t('figures.hidden'))
  const rows = [...tables].flatMap(([id, table]) => {
    const title = t(`figures.table.${id}.title`)
    const { from, to } = table.instead ?? question
    const row = (of: string, { answer, before, earlier }: Numbers, months = [from, to]): Row => [
      ...[title, of, ...months, narrowed, said(answer), said(before)],
      earlier === undefined || earlier === null ? '' : said(earlier),
      reasonWords([answer, before, ...(earlier ? [earlier] : [])], words),
    ]
    return [
      row(t('figures.column.all'), {
        ...{ answer: table.total, before: table.totalBefore, earlier: table.totalEarlier },
      }),
      ...table.cells.map(({ key, answer, before }) =>
        row(labelOf(id, key, words), { answer, before }, id === 'trend' ? [...key] : undefined),
      ),
    ]
  })
  return {
    headings: columns.map((column) => t(`figures.column.${column}`)),
    rows,
    made: [
      ...madeUpWords(t),
      t('figures.lead'),
      t('figures.asOf', { month: saidMonth(made.last, words.speech) }),
      t('figures.safeText', { under: made.minimum - 1, ...words.year }),
    ],
  }
}
