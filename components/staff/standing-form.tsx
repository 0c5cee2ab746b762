import { SelectField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ActName, ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { standingActs } from '@/lib/domain/standing'
import type { StandingAct } from '@/lib/domain/standing'
import type { Translate } from '@/lib/i18n/translate'

/** Somebody such an act can be about. */
interface Person {
  readonly id: string
  readonly name: string
  readonly role: string
}

interface Props {
  readonly shown: ShownCase
  readonly form: ActName
  readonly act: StandingAct
  /** Whom it can be about; left out where it is about nobody else. */
  readonly people?: readonly Person[]
  /** What was chosen when the form was not taken. */
  readonly kept: { readonly form: string; readonly values: Readonly<Record<string, string>> } | null
  /** Folded away behind its name, or in sight. */
  readonly isFolded?: boolean
  readonly t: Translate
}

/** One act on who stands how to a case: whom, why, and its button. */
export function StandingForm({ shown, form, act, people, kept, isFolded = true, t }: Props) {
  const isKept = kept?.form === form && (kept.values.act ?? act) === act
  const typed = isKept ? kept.values : {}
  const fields = (
    <ActForm shown={shown} act={form} className="grid gap-3">
      <input type="hidden" name="act" value={act} />
      <p className="text-sm text-ink-soft">{t(`standing.after.${act}`)}</p>
      {people === undefined ? null : (
        <SelectField
          id={`${act}-account`}
          name="account"
          label={t('standing.who')}
          any={t('standing.choosePerson')}
          options={people.map(({ id, name, role }) => ({
            value: id,
            label: `${name}, ${t(`staff.role.${role}`)}`,
          }))}
          value={typed.account}
        />
      )}
      <SelectField
        id={`${act}-reason`}
        name="reason"
        label={t('standing.why')}
        any={t('standing.chooseReason')}
        options={standingActs[act].reasons.map((value) => ({ value, label: t(`standing.reason.${value}`) }))}
        value={typed.reason}
      />
      <div>
        <Button look="quiet">{t(`standing.submit.${act}`)}</Button>
      </div>
    </ActForm>
  )
  if (!isFolded) return fields
  return (
    <details open={isKept} className="mt-2 border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{t(`standing.title.${act}`)}</summary>
      <div className="mt-2.5">{fields}</div>
    </details>
  )
}
