import type { ChartWords } from '@/components/charts/chart-words'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { mostWords, whyWords } from './figure-words'
import type { FigureWords } from './figure-words'

/** What a chart says of itself: its title, what is seen, and what must be known besides: `more`, and why some of it is not shown. */
export function chartOf(table: FigureTable, words: FigureWords, more = ''): ChartWords {
  const { speech } = words
  const notes = [more, whyWords(table, words)].filter((note) => note !== '')
  return {
    id: table.id,
    title: speech.t(`figures.table.${table.id}.title`),
    summary: mostWords(table, words),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    level: 2,
    speech,
  }
}
