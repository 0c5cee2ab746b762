import { saidNumber } from '@/components/charts/chart-words'
import type { Answer } from '@/lib/domain/figures/answer'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { labelOf, totalWords, whyWords } from './figure-words'
import type { FigureWords } from './figure-words'

type Tables = ReadonlyMap<FigureTableId, FigureTable>

interface Props {
  /** Of the month, and of the statistics year up to it. */
  readonly month: Tables
  readonly year: Tables
  /** Headings of the two. */
  readonly headings: { readonly month: string; readonly year: string }
  readonly words: FigureWords
}

/** What a board asks each month, in its order. */
const reported = [
  'district',
  'strands',
  'channel',
  'repeat',
  'promises',
  'time',
  'answers',
] as const satisfies readonly FigureTableId[]

/** The tables of a report for paper: each value in the month and in the year so far, beside a year before. */
export function ReportTables({ month, year, headings, words }: Props) {
  const { t } = words.speech
  return reported.flatMap((id) => {
    const [inMonth, inYear] = [month.get(id), year.get(id)]
    if (inMonth === undefined || inYear === undefined) return []
    const notes = [totalWords(inYear, words.speech), whyWords(inMonth, words)].filter((note) => note !== '')
    return (
      <section key={id} className="break-inside-avoid" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} className="text-lg">
          {t(`figures.table.${id}.title`)}
        </h2>
        <p className="text-sm text-ink-soft">{notes.join(' ')}</p>
        <ReportTable {...{ id, inMonth, inYear, headings, words }} />
      </section>
    )
  })
}

interface TableProps {
  readonly id: FigureTableId
  readonly inMonth: FigureTable
  readonly inYear: FigureTable
  readonly headings: Props['headings']
  readonly words: FigureWords
}

function ReportTable({ id, inMonth, inYear, headings, words }: TableProps) {
  const { speech } = words
  const { t } = speech
  const said = (answer: Answer) =>
    answer.shown ? saidNumber(answer.count, 'count', speech) : t('figures.hidden')
  const ofYear = new Map(inYear.cells.map((cell) => [cell.key.join('|'), cell]))
  const rows = [
    {
      key: 'all',
      label: t('figures.column.all'),
      of: [inMonth.total, inMonth.totalBefore, inYear.total, inYear.totalBefore],
    },
    ...inMonth.cells.map(({ key, answer, before }) => {
      const year = ofYear.get(key.join('|'))
      return {
        key: key.join('|'),
        label: labelOf(id, key, words),
        of: [answer, before, year?.answer ?? inYear.total, year?.before ?? inYear.totalBefore],
      }
    }),
  ]
  const columns = [headings.month, t('figures.before'), headings.year, t('figures.before')]
  return (
    <table className="mt-1 w-full border-collapse text-sm tabular-nums">
      <caption className="sr-only">{t(`figures.table.${id}.title`)}</caption>
      <thead>
        <tr>
          <th scope="col" className="border-b border-line-strong py-1 text-start">
            {t(`figures.table.${id}.row`)}
          </th>
          {columns.map((column, at) => (
            <th key={at} scope="col" className="border-b border-line-strong py-1 ps-2 text-end">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, of }) => (
          <tr key={key} className="break-inside-avoid">
            <th scope="row" className="border-b border-line py-1 text-start font-normal">
              {label}
            </th>
            {of.map((answer, at) => (
              <td key={at} className="border-b border-line py-1 ps-2 text-end">
                {said(answer)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
