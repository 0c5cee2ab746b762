import { RiskMark } from '@/components/staff/risk-mark'
import type { HolderWarning } from '@/lib/domain/eligibility'
import { risks } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

/** Somebody a case may be given to. */
export interface Holder {
  readonly id: string
  readonly name: string
  readonly role: string
  /** Why they should not get this case; null for most. */
  readonly warning: HolderWarning | null
}

interface FieldProps {
  readonly id: string
  readonly label: string
  /** What was typed before the form was refused. */
  readonly value: string | undefined
}

/** The longest text an act takes; the command refuses more. */
const longest = 5_000

/** Words that go into the sealed history. */
export function ReasonField({
  id,
  name,
  label,
  hint,
  value,
  max = longest,
  isRequired = true,
}: FieldProps & {
  readonly name: string
  readonly hint?: string
  readonly max?: number
  readonly isRequired?: boolean
}) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={3}
        required={isRequired}
        maxLength={max}
        defaultValue={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="input"
      />
    </div>
  )
}

interface SelectProps extends FieldProps {
  readonly name: string
  readonly any: string
  readonly isRequired?: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One choice of a list, which must be made; where a form has several buttons, only for some of them. */
export function SelectField({ id, name, label, any, options, value, isRequired = true }: SelectProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select id={id} name={name} required={isRequired} defaultValue={value ?? ''} className="input">
        <option value="" disabled={isRequired}>
          {any}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Whom to give a case to; those who should not get it come last and say why. */
export function HolderSelect({
  holders,
  t,
  ...field
}: FieldProps & { readonly holders: readonly Holder[]; readonly t: Translate }) {
  const options = holders.map(({ id, name, role, warning }) => ({
    value: id,
    label: [
      name,
      t(`staff.role.${role}`),
      ...(warning === null ? [] : [t(`staff.act.warning.${warning}`)]),
    ].join(', '),
  }))
  return <SelectField {...field} name="to" any={t('staff.act.choosePerson')} options={options} />
}

/** The risk a person decides on. */
export function RiskChoice({ value, t }: { readonly value: string | undefined; readonly t: Translate }) {
  return (
    <fieldset>
      <legend className="label">{t('staff.act.riskLabel')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {risks.map((risk) => (
          <label key={risk} className="flex cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="risk"
              value={risk}
              required
              defaultChecked={value === risk}
              className="tick"
            />
            <RiskMark risk={risk} t={t} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The day by which a risk is to be looked at again. */
export function RiskAgain({ value, t }: { readonly value: string | undefined; readonly t: Translate }) {
  return (
    <div>
      <label className="label" htmlFor="risk-again">
        {t('casework.risk.again')}
      </label>
      <p id="risk-again-hint" className="mb-1 text-sm text-ink-soft">
        {t('casework.risk.againHint')}
      </p>
      <input
        id="risk-again"
        name="again"
        type="date"
        defaultValue={value}
        aria-describedby="risk-again-hint"
        className="input w-48"
      />
    </div>
  )
}
