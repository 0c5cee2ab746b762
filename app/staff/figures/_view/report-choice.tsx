import { MonthField } from '@/components/staff/month-field'
import { PrintButton } from '@/components/staff/print-button'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { addMonths } from '@/lib/domain/figures/statistics-year'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** The month of the report, or what was typed for one. */
  readonly month: string
  /** What is wrong with it, in words; then there is no report. */
  readonly problem: string | undefined
  /** The last month that is published. */
  readonly last: string
  readonly t: Translate
}

/** Which month the report is of, and what to do with it. Not on paper. */
export function ReportChoice({ month, problem, last, t }: Props) {
  const beside = [
    { label: t('figures.report.earlier'), month: addMonths(month, -1) },
    ...(month < last ? [{ label: t('figures.report.later'), month: addMonths(month, 1) }] : []),
  ]
  return (
    <div className="no-print grid gap-2">
      <a href={staffPaths.figures} className="w-fit text-sm">
        {t('figures.report.back')}
      </a>
      <form
        method="get"
        action={staffPaths.figuresReport}
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <MonthField
          name="month"
          id="figure-month"
          label={t('figures.month')}
          value={month}
          problem={problem}
          t={t}
        />
        <Button look="quiet">{t('figures.show')}</Button>
        {problem === undefined ? <PrintButton label={t('figures.report.print')} /> : null}
      </form>
      {problem === undefined ? (
        <p className="flex flex-wrap gap-x-4 text-sm">
          {beside.map((one) => (
            <a key={one.month} href={staffPaths.figuresReportOf(one.month)}>
              {one.label}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  )
}
