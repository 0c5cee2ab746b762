import { ReasonField, SelectField } from '@/components/staff/act-fields'
import { WithdrawalAtClosing } from '@/components/staff/withdrawal'
import type { Withdrawal } from '@/components/staff/withdrawal'
import type { SubjectDataRule } from '@/lib/domain/records/record-type'
import type { Translate } from '@/lib/i18n/translate'

/** A way to end the case, as far as its form says it. */
export interface Ending {
  readonly disposition: string
  readonly label: string
  readonly hint: string | null
  readonly asksReason: boolean
  /** A supervisor closes with it, and whoever looks is none. */
  readonly isForSupervisor: boolean
  readonly subjectData: SubjectDataRule
}

interface Props {
  readonly endings: readonly Ending[]
  /** They want nothing more done; null where they did not say so. */
  readonly withdrawal: Withdrawal | null
  readonly typed: (name: string) => string | undefined
  readonly t: Translate
}

/** How the case ended, why, and what becomes of what was said about the person complained of. */
export function CloseFields({ endings, withdrawal, typed, t }: Props) {
  const options = endings.map(({ disposition, label, isForSupervisor }) => ({
    value: disposition,
    label: isForSupervisor ? t('staff.recordType.close.forSupervisor', { label }) : label,
  }))
  const hinted = endings.filter(({ hint }) => hint !== null)
  return (
    <>
      <WithdrawalAtClosing of={withdrawal} t={t} />
      <SelectField
        id="close-disposition"
        name="disposition"
        label={t('staff.act.disposition')}
        any={t('staff.act.chooseDisposition')}
        options={options}
        value={typed('disposition')}
      />
      {hinted.length === 0 ? null : (
        <dl className="grid gap-1 text-sm">
          {hinted.map(({ disposition, label, hint }) => (
            <div key={disposition}>
              <dt className="inline font-semibold">{t('staff.recordType.close.meaning', { label })}</dt>{' '}
              <dd className="inline text-ink-soft">{hint}</dd>
            </div>
          ))}
        </dl>
      )}
      <ReasonField
        id="close-reason"
        name="reason"
        label={t('staff.act.closeReason')}
        value={typed('reason')}
        isRequired={endings.every(({ asksReason }) => asksReason)}
      />
      <SubjectData endings={endings} answer={typed('subject-risk')} t={t} />
    </>
  )
}

function SubjectData({
  endings,
  answer,
  t,
}: {
  readonly endings: readonly Ending[]
  readonly answer: string | undefined
  readonly t: Translate
}) {
  const named = (rule: SubjectDataRule) =>
    endings.filter(({ subjectData }) => subjectData === rule).map(({ label }) => label)
  const asking = named('ask')
  const removing = named('remove')
  return (
    <>
      {removing.length === 0 ? null : (
        <p className="text-sm">{t('staff.recordType.close.removes', { labels: removing.join('; ') })}</p>
      )}
      {asking.length === 0 ? null : (
        <fieldset aria-describedby="close-subject-hint">
          <legend className="label">
            {t('staff.recordType.close.ask', { labels: asking.map((label) => `“${label}”`).join(', ') })}
          </legend>
          <p id="close-subject-hint" className="mb-1.5 text-sm text-ink-soft">
            {t('staff.recordType.close.askHint')}
          </p>
          <div className="grid gap-1.5">
            {(['yes', 'no'] as const).map((value) => (
              <label key={value} className="flex cursor-pointer items-start gap-2">
                <input
                  type="radio"
                  name="subject-risk"
                  value={value}
                  defaultChecked={answer === value}
                  className="tick"
                />
                {t(`staff.recordType.close.${value}`)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
