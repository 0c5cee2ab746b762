import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import { TickList } from '@/components/staff/tick-list'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { earliestCourse } from '@/lib/domain/training'
import { forceNames } from '../../../_desk/clock'
import { chosenIn, OfficerForm } from './officer-form'
import type { OfficerFormProps } from './officer-form'

const form = 'officer-training'

/** Records that an officer was trained: in what, when, and with which other forces. */
export function CourseForm({ officer, actorId, kept, problems, clock: { t, now } }: OfficerFormProps) {
  const { training, ...force } = currentForce()
  const typed = kept?.form === form ? kept.values : {}
  const errorOf = (name: string) => messageFor(name, problems.find(({ field }) => field === name) ?? null)
  const topicError = errorOf('topic')
  const dayError = errorOf('completedOn')
  const prefix = t('signIn.errorPrefix')
  const names = forceNames()
  return (
    <OfficerForm
      officer={officer}
      actorId={actorId}
      act="training/add"
      className="mt-4 grid gap-4 border-t border-line pt-3"
    >
      <h3 className="font-semibold">{t('staff.officer.training.add')}</h3>
      <div className="max-w-96">
        <label className="label" htmlFor="officer-topic">
          {t('staff.officer.training.topicColumn')}
        </label>
        <FieldNotes id="officer-topic" error={topicError} prefix={prefix} />
        <select
          id="officer-topic"
          name="topic"
          required
          defaultValue={typed.topic ?? ''}
          className="input"
          aria-describedby={describedBy('officer-topic', { error: topicError !== undefined })}
          aria-invalid={topicError === undefined ? undefined : true}
        >
          <option value="" disabled>
            {t('staff.officer.training.choose')}
          </option>
          {training.topics.map(({ id }) => (
            <option key={id} value={id}>
              {t(`staff.officer.topic.${id}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label className="label" htmlFor="officer-completedOn">
          {t('staff.officer.training.completed')}
        </label>
        <FieldNotes
          id="officer-completedOn"
          hint={t('staff.officer.training.completedHint')}
          error={dayError}
          prefix={prefix}
        />
        <input
          id="officer-completedOn"
          name="completedOn"
          type="date"
          required
          min={earliestCourse}
          max={localTime(now, force).toPlainDate().toString()}
          defaultValue={typed.completedOn}
          className="input max-w-48"
          aria-describedby={describedBy('officer-completedOn', { hint: true, error: dayError !== undefined })}
          aria-invalid={dayError === undefined ? undefined : true}
        />
      </div>
      <TickList
        id="officer-heldWith"
        name="heldWith"
        legend={t('staff.officer.training.with')}
        error={errorOf('heldWith')}
        prefix={prefix}
        options={training.partners.map((value) => ({ value, label: names.get(value) ?? value }))}
        ticked={chosenIn(kept, form, 'heldWith', [])}
      />
      <div>
        <Button>{t('staff.officer.training.submit')}</Button>
      </div>
    </OfficerForm>
  )
}
