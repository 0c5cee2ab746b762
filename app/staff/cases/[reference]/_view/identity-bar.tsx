import { PlainText } from '@/components/staff/plain-text'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { IdentityReason, WhoMayKnow } from '@/lib/domain/identity'
import type { Translate } from '@/lib/i18n/translate'
import type { IdentityShown } from '../_act/read-identity'

interface Props {
  readonly reference: string
  readonly wish: WhoMayKnow | null
  /** The reasons this person can choose from. */
  readonly reasons: readonly IdentityReason[]
  readonly shown: IdentityShown
  /** What they chose before they were asked who they are. */
  readonly chosen: string | undefined
  /** Language of the words the person saw. */
  readonly locale: string
  readonly t: Translate
}

/**
 * That somebody told something about who they are and how to see it, or what they told, this once. Never on paper: what is printed can be
 * left lying about.
 */
export function IdentityBar({ wish, shown, t, ...ask }: Props) {
  return (
    <section className="card print:hidden" aria-labelledby="identity-title">
      <h2 id="identity-title" className="card-title">
        {t('accounts.identity.title')}
      </h2>
      {shown === 'unreadable' ? (
        <p className="notice tone-danger mb-2 py-2">{t('accounts.identity.unreadable')}</p>
      ) : null}
      {shown === 'forbidden' || shown === 'not-logged' ? (
        <p role="alert" className="notice tone-danger mb-2 py-2">
          {t(`staff.problem.${shown}`)}
        </p>
      ) : null}
      {typeof shown === 'string' ? <p className="font-bold">{t('accounts.identity.given')}</p> : null}
      <p>{t(`accounts.identity.wish.${wish ?? 'blank'}`)}</p>
      {typeof shown === 'string' ? (
        <Ask {...ask} t={t} />
      ) : (
        <>
          <p role="status" data-shown-once="" className="notice my-2 py-2">
            {t('accounts.identity.shown')}
          </p>
          <Told rows={shown} locale={ask.locale} />
          <p className="mt-2 text-sm text-ink-soft">{t('accounts.identity.law')}</p>
        </>
      )}
    </section>
  )
}

function Ask({ reference, reasons, chosen, t }: Pick<Props, 'reference' | 'reasons' | 'chosen' | 't'>) {
  return (
    <form method="post" action={staffPaths.caseAction(reference, 'identity')} className="mt-1">
      <p className="mb-2 text-ink-soft">{t('accounts.identity.lead')}</p>
      <fieldset className="mb-3">
        <legend className="label">{t('accounts.identity.why')}</legend>
        {reasons.map((reason) => (
          <label key={reason} className="flex min-h-9 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="reason"
              value={reason}
              required
              defaultChecked={chosen === reason}
              className="tick"
            />
            {t(`accounts.identity.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      <Button look="quiet">{t('accounts.identity.show')}</Button>
    </form>
  )
}

function Told({ rows, locale }: { readonly rows: Exclude<IdentityShown, string>; readonly locale: string }) {
  return (
    <dl>
      {rows.map(({ questionId, label, english, value }) => (
        <div key={questionId} className="border-b border-line py-2">
          <dt className="text-sm text-ink-soft" lang={english === undefined ? locale : 'en'}>
            {english ?? label}
          </dt>
          <dd lang={locale}>
            <PlainText>{value}</PlainText>
          </dd>
        </div>
      ))}
    </dl>
  )
}
