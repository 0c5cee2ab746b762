import { coveredWords } from '@/components/staff/case-words'
import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import { TickList } from '@/components/staff/tick-list'
import { Button } from '@/components/ui/button'
import { largestLimit } from '@/lib/domain/officers/settings'
import { districtChoices, districtNames } from '../../../_desk/clock'
import { chosenIn, OfficerForm } from './officer-form'
import type { OfficerFormProps } from './officer-form'

const form = 'officer-settings'

/** What a supervisor sets of an officer: districts, limit, and whether they serve. */
export function SettingsForm({ officer, actorId, kept, problems, clock: { t } }: OfficerFormProps) {
  const typed = kept?.form === form ? kept.values : null
  const errorOf = (name: string) => messageFor(name, problems.find(({ field }) => field === name) ?? null)
  const districts = districtChoices()
  const gone = officer.districts.filter((id) => !districts.has(id))
  const prefix = t('signIn.errorPrefix')
  return (
    <section className="card" aria-labelledby="settings-title">
      <h2 id="settings-title" className="mb-3 text-lg">
        {t('staff.officer.settings.title')}
      </h2>
      <EndedDistricts gone={gone} isAll={gone.length === officer.districts.length} t={t} />
      <OfficerForm officer={officer} actorId={actorId} act="settings" className="grid gap-4">
        <TickList
          id="officer-districts"
          name="districts"
          legend={t('staff.officers.districts')}
          error={errorOf('districts')}
          prefix={prefix}
          options={[...districts].map(([value, label]) => ({ value, label }))}
          ticked={chosenIn(kept, form, 'districts', officer.districts)}
        />
        <Limit value={typed?.openLimit ?? String(officer.openLimit)} error={errorOf('openLimit')} t={t} />
        <div>
          <label className="flex cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              name="serving"
              value="yes"
              defaultChecked={typed === null ? officer.serving : typed.serving === 'yes'}
              aria-describedby="officer-serving-hint"
              className="tick"
            />
            {t('staff.officer.settings.serving')}
          </label>
          <p id="officer-serving-hint" className="mt-1 max-w-measure text-sm text-ink-soft">
            {t('staff.officer.settings.servingHint', { count: officer.openCases })}
          </p>
        </div>
        <div>
          <Button>{t('staff.officer.settings.submit')}</Button>
        </div>
      </OfficerForm>
    </section>
  )
}

interface EndedProps {
  readonly gone: readonly string[]
  /** Whether none of the districts there are is left to them. */
  readonly isAll: boolean
  readonly t: OfficerFormProps['clock']['t']
}

/** What they cover that is no district any more. It stays with what is saved, for the cases that lie there: only where nothing else is left is there something to do. */
function EndedDistricts({ gone, isAll, t }: EndedProps) {
  if (gone.length === 0) return null
  const words = coveredWords(gone, { names: districtNames(), today: districtChoices(), t })
  return isAll ? (
    <p className="notice tone-warn mb-3">{t('staff.officer.settings.gone', { districts: words })}</p>
  ) : (
    <p className="mb-3 max-w-measure text-sm text-ink-soft">
      {t('staff.officer.settings.before', { districts: words })}
    </p>
  )
}

interface LimitProps {
  readonly value: string
  readonly error: string | undefined
  readonly t: OfficerFormProps['clock']['t']
}

function Limit({ value, error, t }: LimitProps) {
  const id = 'officer-openLimit'
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t('staff.officer.settings.limit')}
      </label>
      <FieldNotes
        id={id}
        hint={t('staff.officer.settings.limitHint', { max: largestLimit })}
        error={error}
        prefix={t('signIn.errorPrefix')}
      />
      <input
        id={id}
        name="openLimit"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        required
        defaultValue={value}
        className="input max-w-24"
        aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}
