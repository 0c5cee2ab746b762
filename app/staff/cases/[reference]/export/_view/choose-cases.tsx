import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { exportPairs } from '@/lib/domain/export-query'
import type { ExportQuery } from '@/lib/domain/export-query'
import { exportReasons } from '@/lib/domain/subject-access'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly reference: string
  readonly actorId: string
  readonly query: ExportQuery
  readonly t: Translate
}

/** Which cases are the person's, and what the data is for. */
export function ChooseCases({ reference, actorId, query, t }: Props) {
  const { also, reason } = query
  const hidden = (pairs: ReturnType<typeof exportPairs>) =>
    pairs.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)
  return (
    <section className="card mb-6 grid max-w-3xl gap-4">
      <div>
        <h2 className="card-title">{t('exporting.cases')}</h2>
        <ul className="grid gap-1">
          <li>{reference}</li>
          {also.map((other) => (
            <li key={other}>
              {other}{' '}
              <a
                href={staffPaths.exporting(
                  reference,
                  exportPairs({ also: also.filter((one) => one !== other), reason: null }),
                )}
              >
                {t('exporting.remove', { reference: other })}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <form method="get" action={staffPaths.exporting(reference)} className="flex flex-wrap items-end gap-2">
        {hidden(exportPairs({ also, reason: null }))}
        <div>
          <label className="label" htmlFor="also">
            {t('exporting.also')}
          </label>
          <input id="also" name="also" autoComplete="off" className="input w-52" />
        </div>
        <Button look="quiet">{t('exporting.add')}</Button>
      </form>
      <form
        method="post"
        action={staffPaths.exportOpen(reference, exportPairs({ also, reason: null }))}
        className="grid gap-3 border-t border-line pt-4"
      >
        <input type="hidden" name="shown-to" value={actorId} />
        <fieldset>
          <legend className="label">{t('exporting.why')}</legend>
          <div className="grid gap-1.5">
            {exportReasons.map((one) => (
              <label key={one} className="flex cursor-pointer items-center gap-2">
                <input
                  type="radio"
                  name="reason"
                  value={one}
                  required
                  defaultChecked={reason === one}
                  className="tick"
                />
                {t(`exporting.reason.${one}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div>
          <Button look={reason === null ? 'main' : 'quiet'}>{t('exporting.go')}</Button>
          <p className="mt-1 text-sm text-ink-soft">{t('exporting.goMore')}</p>
        </div>
      </form>
    </section>
  )
}
