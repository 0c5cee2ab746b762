import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import { Button } from '@/components/ui/button'
import { DutyField, DutyForm } from './duty-form'
import type { DutyForms } from './duty-form'
import { weekdayOf } from './duty-words'

interface Props {
  readonly forms: DutyForms
  /** The pattern that is changed; empty for a new one. */
  readonly patternId: string
  readonly cycleDays: number
  readonly startsOn: string
}

/** The form of a pattern: its days, each with two times. What is in its fields is in `forms.kept`. */
export function PatternForm({ forms, patternId, cycleDays, startsOn }: Props) {
  const { t } = forms
  const act = 'pattern-save'
  return (
    <DutyForm forms={forms} act={act} className="grid max-w-xl gap-4">
      <input type="hidden" name="pattern" value={patternId} />
      <input type="hidden" name="cycle" value={cycleDays} />
      <DutyField
        {...{ forms, act, name: 'starts-on', type: 'date' }}
        label={t('staff.duty.pattern.startsOn')}
        hint={t('staff.duty.pattern.startsOnHint')}
      />
      <DutyField
        {...{ forms, act, name: 'ends-on', type: 'date' }}
        label={t('staff.duty.pattern.endsOn')}
        isRequired={false}
      />
      <table className="border-collapse">
        <caption className="sr-only">{t('staff.duty.pattern.table')}</caption>
        <thead>
          <tr className="text-sm text-ink-soft">
            {(['dayColumn', 'fromColumn', 'toColumn'] as const).map((column) => (
              <th key={column} scope="col" className="px-1 text-start font-semibold">
                {t(`staff.duty.pattern.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: cycleDays }, (_, day) => (
            <DayRow key={day} forms={forms} day={day} weekday={weekdayOf(startsOn, day)} />
          ))}
        </tbody>
      </table>
      <div>
        <Button>{t('staff.duty.pattern.submit')}</Button>
      </div>
    </DutyForm>
  )
}

interface RowProps {
  readonly forms: DutyForms
  readonly day: number
  readonly weekday: string
}

function DayRow({ forms, day, weekday }: RowProps) {
  const words = { day: day + 1, weekday }
  return (
    <tr>
      <th scope="row" className="px-1 py-1 text-start align-middle font-normal">
        {forms.t('staff.duty.pattern.dayRow', words)}
      </th>
      {(['from', 'to'] as const).map((end) => (
        <td key={end} className="px-1 py-1 align-top">
          <TimeCell
            forms={forms}
            name={`${end}-${String(day)}`}
            label={forms.t(`staff.duty.pattern.${end}Label`, words)}
          />
        </td>
      ))}
    </tr>
  )
}

interface CellProps {
  readonly forms: DutyForms
  readonly name: string
  readonly label: string
}

function TimeCell({ forms: { kept, problems, t }, name, label }: CellProps) {
  const id = `duty-${name}`
  const error = messageFor(name, problems.find(({ field }) => field === name) ?? null)
  return (
    <>
      <FieldNotes id={id} error={error} prefix={t('signIn.errorPrefix')} />
      <input
        id={id}
        name={name}
        type="time"
        aria-label={label}
        defaultValue={kept?.values[name]}
        className="input w-full max-w-36"
        aria-describedby={describedBy(id, { error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </>
  )
}
