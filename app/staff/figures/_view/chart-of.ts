import type { ChartWords } from '@/components/charts/chart-words'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { mostWords, totalWords, whyWords } from './figure-words'
import type { FigureWords } from './figure-words'

/** What a chart says of itself: its title, what is seen, and what must be known besides: how many there are of its measure, `more`, and why some of it is not shown. */
export function chartOf(table: FigureTable, words: FigureWords, more = ''): ChartWords {
  const { speech } = words
  // Of what came the first picture says how many, once.
  const isOther = table.measure === 'received' && table.id !== 'trend'
  const total = isOther ? '' : totalWords(table, speech)
  const notes = [total, more, whyWords(table, words)].filter((note) => note !== '')
  return {
    id: table.id,
    title: speech.t(`figures.table.${table.id}.title`),
    summary: mostWords(table, words),
    empty: mostWords(table, words),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    level: 2,
    speech,
  }
}
