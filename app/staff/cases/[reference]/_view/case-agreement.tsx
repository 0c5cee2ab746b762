import { ReasonField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { PlainText } from '@/components/staff/plain-text'
import { Button } from '@/components/ui/button'
import { longestAgreement } from '@/lib/domain/agreement'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedAgreement } from '@/lib/queries/open-agreements'
import { shownTo } from '../../../_desk/shown-to'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly agreements: readonly OpenedAgreement[]
  readonly kept: Kept | null
  readonly clock: Clock
}

/** What was agreed with the person, whether they say that it happened, and a form to write it down. */
export function CaseAgreement({ actor, headline, may, agreements, kept, clock }: Props) {
  const { t } = clock
  const typed = kept?.form === 'agree' ? kept.values.text : undefined
  const mayWrite = may.has('record-contact') && actsOn(stateOf(headline)).includes('record-contact')
  if (agreements.length === 0 && !mayWrite) return null
  return (
    <section className="card" aria-labelledby="agreed-title">
      <h2 id="agreed-title" className="card-title">
        {t('agreeing.title')}
      </h2>
      {agreements.length === 0 ? <p className="text-ink-soft">{t('agreeing.none')}</p> : null}
      <ol className="grid gap-3">
        {agreements.map((one, index) => (
          <li
            key={one.id}
            className="border-s-2 border-line ps-3"
            data-agreement={index === 0 ? 'holds' : 'before'}
          >
            <p className="text-sm text-ink-soft">
              {t('agreeing.by', { who: one.who, at: saidTime(one.madeAt, clock) })}
            </p>
            <blockquote className="mt-1 rounded-md bg-paper-2 px-3 py-2">
              {one.text === null ? t('staff.messages.unreadable') : <PlainText>{one.text}</PlainText>}
            </blockquote>
            {one.askedAt === null ? null : (
              <p className={one.answer === 'no' ? 'font-bold text-warn' : ''}>
                {t(`agreeing.answer.${one.answer ?? 'open'}`)}
              </p>
            )}
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <details open={typed !== undefined} className="mt-4 border-t border-line pt-2.5">
          <summary className="cursor-pointer font-semibold text-brand">{t('agreeing.write')}</summary>
          <ActForm shown={shownTo(actor, headline)} act="agree" className="mt-2.5 grid gap-3">
            <ReasonField
              id="agreed-text"
              name="text"
              label={t('agreeing.label')}
              hint={t(headline.hasReturnCode ? 'agreeing.hint' : 'agreeing.hintNoCode')}
              max={longestAgreement}
              value={typed}
            />
            <div>
              <Button look="quiet">{t('agreeing.submit')}</Button>
            </div>
          </ActForm>
        </details>
      ) : null}
    </section>
  )
}
