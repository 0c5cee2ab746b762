import { PrintButton } from '@/components/staff/print-button'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { addMonths, monthsBetween, monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'
import { answerFigures } from '@/lib/queries/answer-figures'
import { lastPublished } from '@/lib/queries/published-figures'
import { deskClockFor } from '../../_desk/clock'
import { DeskPage } from '../../_desk/desk-page'
import { saidMonth, saidPeriod } from '../_view/figure-words'
import { figureWords, wordsOfTarget } from '../_view/force-words'
import { Places, Trend, Waits } from '../_view/plain-charts'
import { ReportTables } from '../_view/report-tables'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** So many months can be chosen, the last published first. */
const monthsToChoose = 24

/** The month and the year so far, for a board, on paper: the cells of the page of figures and no others. */
export default async function ReportPage({ searchParams }: Props) {
  const actor = await requireEntrance('figures')
  const [query, clock, published] = await Promise.all([
    searchParams,
    deskClockFor(actor),
    lastPublished(actor),
  ])
  const { t } = clock
  const force = currentForce()
  const last = published?.month ?? null
  const choices = last === null ? [] : monthsBetween(addMonths(last, 1 - monthsToChoose), last).toReversed()
  const month = choices.find((one) => one === query.month) ?? last
  if (month === null)
    return (
      <DeskPage actor={actor} here="figures" title={t('figures.report.title')}>
        <div className="grid gap-4 px-4 py-4 md:px-6">
          <h1 className="text-xl">{t('figures.report.title')}</h1>
          <p>{t('figures.none')}</p>
        </div>
      </DeskPage>
    )
  const words = figureWords(t, month)
  const [begins = month] = monthsOfYear(yearOf(month, force.statistics), force.statistics)
  const [ofMonth, ofYear] = await Promise.all(
    [month, begins].map((from) => answerFigures(actor, { from, to: month, filters: [] })),
  )
  const [trend, district, time] = (['trend', 'district', 'time'] as const).map((id) => ofYear?.get(id))
  return (
    <DeskPage actor={actor} here="figures" title={t('figures.report.title')}>
      <div className="mx-auto grid max-w-[52rem] gap-6 px-4 py-4 md:px-6">
        <div className="no-print grid gap-2">
          <a href={staffPaths.figures} className="text-sm">
            {t('figures.report.back')}
          </a>
          <form method="get" action={staffPaths.figuresReport} className="flex flex-wrap items-center gap-2">
            <label htmlFor="report-month">{t('figures.report.month')}</label>
            <select id="report-month" name="month" defaultValue={month} className="chip">
              {choices.map((one) => (
                <option key={one} value={one}>
                  {saidMonth(one, words.speech)}
                </option>
              ))}
            </select>
            <Button look="quiet">{t('figures.show')}</Button>
            <PrintButton label={t('figures.report.print')} />
          </form>
        </div>
        <header className="grid gap-1">
          <p className="text-sm text-ink-soft">{force.name}</p>
          <h1 className="text-xl">
            {t('figures.report.heading', { month: saidMonth(month, words.speech) })}
          </h1>
          <p>{t('figures.lead')}</p>
        </header>
        {trend === undefined ? null : <Trend table={trend} words={words} />}
        {district === undefined ? null : (
          <Places
            table={district}
            words={words}
            tiles={new Map(force.districts.map(({ id, tile }) => [id, tile]))}
          />
        )}
        {time === undefined ? null : <Waits table={time} words={words} target={wordsOfTarget(t)} />}
        {ofMonth === undefined || ofYear === undefined ? null : (
          <ReportTables
            month={ofMonth}
            year={ofYear}
            headings={{
              month: saidMonth(month, words.speech),
              year: saidPeriod([begins, month], words.speech),
            }}
            words={words}
          />
        )}
        <footer className="grid gap-1 border-t border-line pt-3 text-sm">
          <h2 className="text-base">{t('figures.column.made')}</h2>
          <p>{t('figures.asOf', { month: saidMonth(last ?? month, words.speech) })}</p>
          <p>{t('figures.safeText', { under: force.statistics.minimum - 1, ...words.year })}</p>
        </footer>
      </div>
    </DeskPage>
  )
}
