import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { Translate } from '@/lib/i18n/translate'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { SuggestedOfficer, Suggestion } from '@/components/staff/suggestion'

interface Props {
  readonly suggestion: Suggestion
  readonly t: Translate
  /** The form that assigns to an officer, where the person looking may assign. */
  readonly assign?: ((officer: SuggestedOfficer, first: boolean) => ReactNode) | undefined
}

/** Who should take a case, why, and who was left out: the system's reasons in words, for a person to judge. */
export function SuggestedOfficers({ suggestion, t, assign }: Props) {
  const { officers, leftOut, readFirst } = suggestion
  return (
    <section className="card" id="suggested">
      <h3 className="card-title">{t('staff.case.suggestedTitle')}</h3>
      {readFirst ? <p className="notice tone-warn mb-2 py-1.5">{t('staff.case.namesExclusion')}</p> : null}
      {officers.length === 0 ? <p data-by-jobs>{t('staff.case.suggestedNone')}</p> : null}
      <ol className="grid gap-3">
        {officers.map((officer, index) => (
          <li key={officer.accountId} data-by-jobs>
            <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3">
              <p>
                <b>
                  <bdi>{officer.name}</bdi>
                </b>
                , {officer.districts}
              </p>
              {assign?.(officer, index === 0)}
            </div>
            {index === 0 ? (
              <ul className="bullets">
                {officer.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            ) : (
              <p className="text-sm text-ink-soft">{officer.reasons.slice(1).join('; ')}</p>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-2.5 text-sm text-ink-soft">{ruleWords(suggestion, t)}</p>
      {leftOut.length === 0 ? null : (
        <details className="mt-2 text-sm text-ink-soft" data-by-jobs>
          <summary className="cursor-pointer font-semibold">
            {t('staff.case.leftOut')} ({leftOut.reduce((sum, { names }) => sum + names.length, 0)})
          </summary>
          <ul className="bullets mt-1">
            {leftOut.map(({ reason, names }) => (
              <li key={reason}>
                {reason}:{' '}
                {names.map((name, index) => (
                  <Fragment key={`${name} ${String(index)}`}>
                    {index === 0 ? null : ', '}
                    <bdi>{name}</bdi>
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ruleWords({ officers, rule }: Suggestion, t: Translate): string {
  if (officers.length === 0) return `${rule}.`
  return t('staff.case.whyThese', { rule: lowerFirst(rule) })
}
