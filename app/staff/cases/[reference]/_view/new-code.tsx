import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { daysOfNumber, identityChecks } from '@/lib/domain/code-renewal'
import { formatReturnCode } from '@/lib/domain/return-code'
import type { OpenedReach } from '@/lib/queries/open-case'

interface Props {
  readonly shown: ShownCase
  /** A code that was made a moment ago: shown this once. */
  readonly code: string | null
  /** What was ticked in the form before it was refused, or a fresh proof asked for; null where neither was. */
  readonly ticked: readonly string[] | null
  /** When the plan that was sent was changed last; null where it holds. */
  readonly changed: OpenedReach['changed']
  readonly clock: Clock
}

/** For a supervisor: a new code for somebody who gave their name and has lost theirs, once it is said how they were checked. */
export function NewCode({ shown, code, ticked, changed, clock }: Props) {
  const { t } = clock
  if (code !== null)
    return (
      <div role="status" data-shown-once="" className="mt-4">
        <Notice tone="warn" level={3} title={t('agreeing.newCode.made')}>
          <p className="my-2 font-mono text-lg" dir="ltr">
            {formatReturnCode(code)}
          </p>
          <p>{t('agreeing.newCode.once')}</p>
        </Notice>
      </div>
    )
  return (
    <details open={ticked !== null} className="mt-4 border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{t('agreeing.newCode.title')}</summary>
      <p className="mt-2.5 text-sm text-ink-soft">{t('agreeing.newCode.lead')}</p>
      {changed === null ? null : (
        <p className="mt-2.5 text-sm font-semibold">
          {t('agreeing.newCode.later', { at: saidTime(changed.at, clock), days: daysOfNumber })}
        </p>
      )}
      <ActForm shown={shown} act="new-code" className="mt-2.5 grid gap-3">
        <fieldset className="grid gap-1.5">
          <legend className="label">{t('agreeing.newCode.checked')}</legend>
          {identityChecks.map((check) => (
            <label key={check} className="flex cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                name="checked"
                value={check}
                defaultChecked={ticked?.includes(check)}
                className="tick"
              />
              {t(`agreeing.newCode.check.${check}`)}
            </label>
          ))}
        </fieldset>
        <div>
          <Button look="quiet">{t('agreeing.newCode.submit')}</Button>
        </div>
      </ActForm>
    </details>
  )
}
