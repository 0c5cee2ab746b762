import 'server-only'
import { csvOf } from '@/lib/adapters/csv'
import type { Answer } from '@/lib/domain/figures/answer'
import { openTables } from '@/lib/domain/figures/open-data'
import type { OpenData, OpenSpan } from '@/lib/domain/figures/open-data'
import type { OpenWords } from './open-words'

const columns = ['by', 'id', 'name', 'from', 'to', 'cases', 'note'] as const

/** The cells of the page, one a line, as CSV. `made`: how they were made, each a line at the end. */
export function openFile(data: OpenData, words: OpenWords, made: readonly string[]): string {
  const { t, value, span } = words
  const line = (cells: readonly string[]) =>
    Object.fromEntries(columns.map((column, at) => [t(`openData.column.${column}`), cells[at] ?? '']))
  const counted = (by: string, id: string, name: string, { from, to }: OpenSpan, answer: Answer) =>
    line([
      ...[by, id, name, from, to],
      ...(answer.shown ? [String(answer.count)] : ['', words.count(answer)]),
    ])
  const ofYears = (by: string, id: string, name: string, answers: readonly Answer[]) =>
    data.years.flatMap((year, at) => {
      const answer = answers[at]
      return answer === undefined ? [] : [counted(by, id, name, year, answer)]
    })
  const rows = [
    ...ofYears('all', '', t('openData.all'), data.totals),
    ...openTables.flatMap((id) =>
      data.tables[id].flatMap((one) => ofYears(id, one.value, value(id, one.value), one.answers)),
    ),
    ...data.months.map((one) => counted('month', '', span(one), one, one.answer)),
    ...made.map((text) => line(['made', '', text])),
  ]
  return csvOf(
    rows,
    columns.map((column) => t(`openData.column.${column}`)),
  )
}
