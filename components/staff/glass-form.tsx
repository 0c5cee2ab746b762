import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import type { FieldProblem } from '@/components/staff/field-problem'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { glassReasonLength } from '@/lib/domain/broken-glass'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly actorId: string
  /** What was typed before the form was not taken. */
  readonly typed: Readonly<Record<string, string>>
  readonly problem: FieldProblem | null
  readonly t: Translate
}

/** The form that breaks the glass of a case: which, why, and that it is so. */
export function GlassForm({ actorId, typed, problem, t }: Props) {
  const prefix = t('glass.errorPrefix')
  const errors = {
    reference: messageFor('reference', problem),
    reason: messageFor('reason', problem),
    confirm: messageFor('confirm', problem),
  }
  return (
    <form method="post" action={`${staffPaths.breakGlass}/break`} className="grid max-w-measure gap-4">
      <input type="hidden" name="shown-to" value={actorId} />
      <div>
        <label className="label" htmlFor="reference">
          {t('glass.reference')}
        </label>
        <FieldNotes id="reference" hint={t('glass.referenceHint')} error={errors.reference} prefix={prefix} />
        <input
          id="reference"
          name="reference"
          type="text"
          required
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed.reference}
          className="input w-60 max-w-full"
          {...described('reference', true, errors.reference)}
        />
      </div>
      <div>
        <label className="label" htmlFor="reason">
          {t('glass.reason')}
        </label>
        <FieldNotes id="reason" hint={t('glass.reasonHint', lengths)} error={errors.reason} prefix={prefix} />
        <textarea
          id="reason"
          name="reason"
          rows={4}
          required
          minLength={glassReasonLength.least}
          maxLength={glassReasonLength.most}
          defaultValue={typed.reason}
          className="input"
          {...described('reason', true, errors.reason)}
        />
      </div>
      <div>
        <FieldNotes id="confirm" error={errors.confirm} prefix={prefix} />
        <label className="flex cursor-pointer items-start gap-2.5">
          <input
            id="confirm"
            name="confirm"
            type="checkbox"
            value="yes"
            required
            className="tick mt-1"
            {...described('confirm', false, errors.confirm)}
          />
          <span>{t('glass.confirm')}</span>
        </label>
      </div>
      <div>
        <Button look="danger">{t('glass.submit')}</Button>
      </div>
    </form>
  )
}

/** What the words about the length of a reason are made with. */
export const lengths = { least: glassReasonLength.least, most: glassReasonLength.most.toLocaleString('en') }

function described(id: string, hint: boolean, error: string | undefined) {
  return {
    'aria-describedby': describedBy(id, { hint, error: error !== undefined }),
    'aria-invalid': error === undefined ? undefined : true,
  }
}
