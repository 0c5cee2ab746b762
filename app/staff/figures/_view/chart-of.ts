import type { ChartWords } from '@/components/charts/chart-words'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { mostWords, restWords, saidPeriod, totalWords, whyWords } from './figure-words'
import type { FigureWords } from './figure-words'

/** Of what and, where it is not of the months that were asked, of which. */
function titleOf({ id, instead }: FigureTable, { speech }: FigureWords): string {
  const title = speech.t(`figures.table.${id}.title`)
  if (instead === undefined) return title
  return speech.t('figures.wholeYear.title', {
    title,
    period: saidPeriod([instead.from, instead.to], speech),
  })
}

/** What a chart says of itself: its title, what is seen, and what must be known besides: how many there are of its measure, `more`, and why some of it is not shown. */
export function chartOf(table: FigureTable, words: FigureWords, more = ''): ChartWords {
  const { speech } = words
  // Of what came the first picture says how many, once.
  const isOther = table.measure === 'received' && table.id !== 'trend'
  const total = isOther ? '' : totalWords(table, speech)
  const years = table.instead === undefined ? '' : speech.t('figures.wholeYear.why')
  const notes = [years, total, more, whyWords(table, words), restWords(table, speech)].filter(
    (note) => note !== '',
  )
  return {
    id: table.id,
    title: titleOf(table, words),
    summary: mostWords(table, words),
    empty: mostWords(table, words),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    level: 2,
    speech,
  }
}
