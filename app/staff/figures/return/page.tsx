import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { answerReturn } from '@/lib/queries/answer-return'
import { deskClockFor } from '../../_desk/clock'
import { DeskPage } from '../../_desk/desk-page'
import { figureWords } from '../_view/force-words'
import { MadeUp } from '../_view/made-up'
import { readYear } from './_view/read-year'
import type { AskedYear } from './_view/read-year'
import { ReturnTable } from './_view/return-table'
import { lastMonthOf, saidYear, whyOf } from './_view/return-words'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Crimes recorded in a statistics year, in the shape of the yearly return to the Home Office. */
export default async function ReturnPage({ searchParams }: Props) {
  const actor = await requireEntrance('figures')
  const [{ year: typed }, clock] = await Promise.all([searchParams, deskClockFor(actor)])
  const { t } = clock
  const asked = await readYear(actor, typed)
  const isWrong = asked?.year === null
  return (
    <DeskPage actor={actor} here="figures" title={t('figures.return.title')} problem={isWrong}>
      <div className="grid max-w-[72rem] gap-4 px-4 py-4 md:px-6">
        {isWrong ? (
          <ErrorSummary
            title={t('figures.problem.title')}
            items={[{ target: 'return-year', message: t('figures.return.noYear') }]}
            attempt={1}
          />
        ) : null}
        <p className="print:hidden">
          <a href={staffPaths.figures}>{t('figures.return.back')}</a>
        </p>
        <h1 className="text-xl">{t('figures.return.title')}</h1>
        {asked === null ? (
          <p>{t('figures.return.none')}</p>
        ) : (
          <>
            <p className="max-w-[46rem] text-ink-soft">{t('figures.return.lead')}</p>
            <ChooseYear {...asked} t={t} />
          </>
        )}
        {typeof asked?.year === 'number' ? <Year actor={actor} year={asked.year} t={t} /> : null}
      </div>
    </DeskPage>
  )
}

function ChooseYear({ years, year, t }: AskedYear & { readonly t: Translate }) {
  const isWrong = year === null
  return (
    <form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
      <div>
        <label className="label" htmlFor="return-year">
          {t('figures.return.year')}
        </label>
        <select
          id="return-year"
          name="year"
          defaultValue={String(year ?? years[0])}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'problem' : undefined}
          className="input"
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {saidYear(one, t)}
            </option>
          ))}
        </select>
      </div>
      <Button look="quiet">{t('figures.show')}</Button>
    </form>
  )
}

async function Year({
  actor,
  year,
  t,
}: {
  readonly actor: Actor
  readonly year: number
  readonly t: Translate
}) {
  const rows = await answerReturn(actor, year)
  return (
    <>
      <MadeUp t={t} />
      <ReturnTable rows={rows} caption={saidYear(year, t)} t={t} />
      {whyOf(rows, figureWords(t, lastMonthOf(year)).year, t).map((why) => (
        <p key={why} className="text-sm text-ink-soft">
          {why}
        </p>
      ))}
      <p className="print:hidden">
        {t('figures.file.lead')}{' '}
        {(['csv', 'ods'] as const).map((format) => (
          <a key={format} href={staffPaths.figuresReturnFile(format, year)} className="me-3">
            {t(`figures.file.${format}`)}
          </a>
        ))}
      </p>
    </>
  )
}
