import { saidNumber } from '@/components/charts/chart-words'
import type { Answer } from '@/lib/domain/figures/answer'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { labelOf } from './figure-words'
import type { FigureWords } from './figure-words'

interface Props {
  /** Of the month, and of the statistics year up to it. */
  readonly inMonth: FigureTable
  readonly inYear: FigureTable
  /** Headings of the two. */
  readonly headings: { readonly month: string; readonly year: string }
  readonly words: FigureWords
}

/** A table for paper: each value in the month and in the year so far, each beside a year before. */
export function ReportTable({ inMonth, inYear, headings, words }: Props) {
  const { t } = words.speech
  const { id } = inMonth
  const before = t('figures.before')
  const columns = [headings.month, before, headings.year, before]
  return (
    <table className="mt-1 w-full table-fixed border-collapse text-sm tabular-nums">
      <caption className="sr-only">{t(`figures.table.${id}.title`)}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-[30%] border-b border-line-strong py-1 text-start align-bottom">
            {id === 'endings' ? null : t(`figures.table.${id}.row`)}
          </th>
          {columns.map((column, at) => (
            <th
              key={at}
              scope="col"
              className="border-b border-line-strong py-1 ps-2 text-end align-bottom font-semibold"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(inMonth, inYear, words).map(({ key, label, of }) => (
          <tr key={key} className="break-inside-avoid">
            <th scope="row" className="border-b border-line py-1 text-start font-normal">
              {label}
            </th>
            {of.map((answer, at) => (
              <td key={at} className="border-b border-line py-1 ps-2 text-end">
                {saidAnswer(answer, words)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The total first. The months of a year are no values that a month and a year share: of a trend there is the total alone. */
function rowsOf(inMonth: FigureTable, inYear: FigureTable, words: FigureWords) {
  const { id } = inMonth
  const ofYear = new Map(inYear.cells.map((cell) => [cell.key.join('|'), cell]))
  const values = inMonth.cells.flatMap(({ key, answer, before }) => {
    const name = key.join('|')
    const year = ofYear.get(name)
    return year === undefined
      ? []
      : [{ key: name, label: labelOf(id, key, words), of: [answer, before, year.answer, year.before] }]
  })
  const { total, totalBefore } = inMonth
  const all = [total, totalBefore, inYear.total, inYear.totalBefore]
  return [{ key: 'all', label: words.speech.t('figures.column.all'), of: all }, ...values]
}

/** A dash where nothing was counted yet. */
function saidAnswer(answer: Answer, { speech }: FigureWords): string {
  if (answer.shown) return saidNumber(answer.count, 'count', speech)
  return answer.why === 'before-figures' ? '–' : speech.t('figures.hidden')
}
