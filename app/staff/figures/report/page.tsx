import { ErrorSummary } from '@/components/ui/error-summary'
import { requireEntrance } from '@/lib/auth/require-actor'
import { deskClockFor } from '../../_desk/clock'
import { DeskPage } from '../../_desk/desk-page'
import { saidMonth } from '../_view/figure-words'
import { figureWords } from '../_view/force-words'
import type { Query } from '../_view/read-figures'
import { readReport } from '../_view/read-report'
import { ReportChoice } from '../_view/report-choice'
import { Report } from '../_view/report'

interface Props {
  readonly searchParams: Promise<Query>
}

/** The month and the year so far, for a board, on paper: the cells of the page of figures and no others. */
export default async function ReportPage({ searchParams }: Props) {
  const actor = await requireEntrance('figures')
  const [query, { t }] = await Promise.all([searchParams, deskClockFor(actor)])
  const found = await readReport(actor, query)
  const title = t('figures.report.title')
  if (found === null)
    return (
      <DeskPage actor={actor} here="figures" title={title}>
        <div className="grid gap-4 px-4 py-4 md:px-6">
          <h1 className="text-xl">{title}</h1>
          <p>{t('figures.none')}</p>
        </div>
      </DeskPage>
    )
  const { read, last } = found
  const words = figureWords(t, read.ok ? read.month : last)
  const problem = read.ok
    ? undefined
    : t(`figures.problem.${read.problem}`, { last: saidMonth(last, words.speech) })
  return (
    <DeskPage actor={actor} here="figures" title={title} problem={!read.ok}>
      <div className="mx-auto grid w-full max-w-[52rem] gap-6 px-4 py-4 md:px-6 print:block print:space-y-5 print:p-0">
        {problem === undefined ? null : (
          <ErrorSummary
            title={t('figures.problem.title')}
            items={[{ target: 'figure-month', message: problem }]}
            attempt={1}
          />
        )}
        {read.ok ? null : <h1 className="text-xl">{title}</h1>}
        <ReportChoice month={read.ok ? read.month : read.typed} problem={problem} last={last} t={t} />
        {read.ok ? <Report {...read} words={words} last={last} /> : null}
      </div>
    </DeskPage>
  )
}
