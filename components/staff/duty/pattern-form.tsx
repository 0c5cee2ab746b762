import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestCycle } from '@/lib/domain/rota/pattern'
import { weekdayNumber } from '@/lib/domain/rota/read-pattern'
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
      {/* What whoever fills it in has before them: times are never taken for other days than these. */}
      <input type="hidden" name="weekday" value={weekdayNumber(startsOn) ?? ''} />
      <input type="hidden" name="rows" value={cycleDays} />
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
      <DayTable {...{ forms, cycleDays, startsOn }} />
      <div>
        <Button>{t('staff.duty.pattern.submit')}</Button>
      </div>
      <CycleField forms={forms} cycleDays={cycleDays} />
    </DutyForm>
  )
}

/** The times of each day of the cycle. */
function DayTable({ forms, cycleDays, startsOn }: Omit<Props, 'patternId'>) {
  const { t } = forms
  return (
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
  )
}

/** How many days the cycle has. Below the times: whoever presses Enter in one of them saves. */
function CycleField({
  forms: { place, kept, problems, t },
  cycleDays,
}: Omit<Props, 'patternId' | 'startsOn'>) {
  const id = 'duty-cycle'
  const error = messageFor('cycle', problems.find(({ field }) => field === 'cycle') ?? null)
  const hint = t('staff.duty.pattern.cycleHint', { max: longestCycle })
  return (
    <div className="border-t border-line pt-3">
      <label className="label" htmlFor={id}>
        {t('staff.duty.pattern.cycleLabel')}
      </label>
      <FieldNotes id={id} hint={hint} error={error} prefix={t('signIn.errorPrefix')} />
      <div className="flex flex-wrap gap-3">
        <input
          id={id}
          name="cycle"
          type="number"
          min={1}
          max={longestCycle}
          required
          defaultValue={kept?.values.cycle ?? cycleDays}
          aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
          aria-invalid={error === undefined ? undefined : true}
          className="input max-w-24"
        />
        <Button look="quiet" formAction={staffPaths.dutyAct(place, 'pattern-days')} formNoValidate>
          {t('staff.duty.pattern.cycleSubmit')}
        </Button>
      </div>
    </div>
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
        <td key={end} className="px-1 py-1 align-top max-sm:px-0.5">
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
        className="input w-full max-w-36 min-w-0 max-sm:px-1"
        aria-describedby={describedBy(id, { error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </>
  )
}
