import type { ReactNode } from 'react'
import type { Answer } from '@/lib/domain/figures/answer'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { reasonWords, restWords, totalWords } from './figure-words'
import type { FigureWords } from './figure-words'
import { ReportTable } from './report-table'

type Tables = ReadonlyMap<FigureTableId, FigureTable>

interface Props {
  /** Of the month, and of the statistics year up to it. */
  readonly month: Tables
  readonly year: Tables
  /** Headings of the two. */
  readonly headings: { readonly month: string; readonly year: string }
  /** Pictures of the year so far, each with its title. */
  readonly pictures: ReadonlyMap<FigureTableId, ReactNode>
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

/** The tables of a report for paper, each below its picture where there is one. */
export function ReportTables({ month, year, headings, pictures, words }: Props) {
  const { t } = words.speech
  return reported.flatMap((id) => {
    const [inMonth, inYear] = [month.get(id), year.get(id)]
    if (inMonth === undefined || inYear === undefined) return []
    const picture = pictures.get(id)
    const notes = [
      picture === undefined ? '' : t('figures.report.drawn', { period: headings.year }),
      // A picture says it itself, and of what came the first of all.
      picture !== undefined || inYear.measure === 'received' ? '' : totalWords(inYear, words.speech),
      reasonWords(answersIn(inMonth, inYear), words),
      // A picture of the year says it itself.
      picture === undefined && inYear.rest !== undefined
        ? t('figures.report.rest', { period: headings.year, said: restWords(inYear, words.speech) })
        : '',
    ]
    return (
      <section key={id} className="break-inside-avoid" aria-labelledby={`${id}-title`}>
        {picture === undefined ? (
          <h2 id={`${id}-title`} className="text-base font-semibold">
            {t(`figures.table.${id}.title`)}
          </h2>
        ) : (
          // Its numbers are in the table below.
          <div className="print:[&_details]:hidden">{picture}</div>
        )}
        <p className="text-sm text-ink-soft">{notes.filter((note) => note !== '').join(' ')}</p>
        <ReportTable {...{ inMonth, inYear, headings, words }} />
      </section>
    )
  })
}

/** All that stands in its four columns: what is not shown of one is not told by another. */
function answersIn(...tables: readonly FigureTable[]): readonly Answer[] {
  return tables.flatMap(({ total, totalBefore, cells }) => [
    ...[total, totalBefore],
    ...cells.flatMap(({ answer, before }) => [answer, before]),
  ])
}
