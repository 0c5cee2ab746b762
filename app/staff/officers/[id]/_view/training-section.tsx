import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { trainingStanding } from '@/lib/domain/training'
import type { TrainingEntry } from '@/lib/queries/training-of'
import { forceNames } from '../../../_desk/clock'
import { CourseForm } from './course-form'
import { OfficerForm } from './officer-form'
import type { OfficerFormProps } from './officer-form'

interface Props extends OfficerFormProps {
  readonly training: readonly TrainingEntry[]
  /** They record and withdraw. */
  readonly maySet: boolean
}

/** How somebody stands in each topic, what they were trained in, and the form to record more. */
export function TrainingSection({ training, maySet, ...form }: Props) {
  const { t } = form.clock
  return (
    <section className="card" aria-labelledby="training-title">
      <h2 id="training-title" className="mb-2 text-lg">
        {t('staff.officer.training.title')}
      </h2>
      <Standing training={training} clock={form.clock} />
      {training.length === 0 ? null : (
        <details className="mt-3" open={maySet}>
          <summary className="cursor-pointer">
            {t('staff.officer.training.records', { count: training.length })}
          </summary>
          <ul className="mt-2 grid gap-2">
            {training.map((entry) => (
              <Entry key={entry.id} entry={entry} maySet={maySet} {...form} />
            ))}
          </ul>
        </details>
      )}
      {maySet ? <CourseForm {...form} /> : null}
    </section>
  )
}

function Standing({
  training,
  clock,
}: {
  readonly training: readonly TrainingEntry[]
  readonly clock: Clock
}) {
  const { t, now } = clock
  const force = currentForce()
  const today = localTime(now, force).toPlainDate().toString()
  const columns = ['topicColumn', 'state', 'until'].map((column) => t(`staff.officer.training.${column}`))
  const rows = trainingStanding(training, force, today).map(({ topic, state, until }) => ({
    key: topic.id,
    cells: [
      <span key="topic">
        {t(`staff.officer.topic.${topic.id}`)}
        {topic.required ? (
          <span className="block text-sm text-ink-soft">{t('staff.officer.training.isRequired')}</span>
        ) : null}
      </span>,
      <span
        key="state"
        className={
          state === 'lapsed' || (state === 'never' && topic.required) ? 'font-semibold text-warn' : undefined
        }
      >
        {t(`staff.officer.training.is.${state}`)}
      </span>,
      until === null ? '' : saidDay(new Date(until), clock),
    ],
  }))
  return <DataTable caption={t('staff.officer.training.title')} columns={columns} rows={rows} />
}

interface EntryProps extends OfficerFormProps {
  readonly entry: TrainingEntry
  readonly maySet: boolean
}

function Entry({ entry, maySet, officer, actorId, clock }: EntryProps) {
  const { t } = clock
  const names = forceNames()
  const key = `staff.officer.topic.${entry.topic}`
  const said = t('staff.officer.training.record', {
    topic: t.has(key) ? t(key) : t('staff.officer.training.oldTopic'),
    day: saidDay(new Date(entry.completedOn), clock),
    until: saidDay(new Date(entry.expiresOn), clock),
  })
  const held = entry.heldWith.map((id) => names.get(id) ?? id).join(', ')
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-2">
      <span id={`record-${entry.id}`}>
        <span className={entry.withdrawn ? 'line-through' : undefined}>{said}</span>
        {entry.withdrawn ? <b className="block">{t('staff.officer.training.withdrawn')}</b> : null}
        {held === '' ? null : (
          <span className="block text-sm text-ink-soft">
            {t('staff.officer.training.heldWith', { forces: held })}
          </span>
        )}
      </span>
      {maySet && !entry.withdrawn ? (
        <OfficerForm officer={officer} actorId={actorId} act="training/withdraw">
          <input type="hidden" name="record" value={entry.id} />
          <Button look="quiet" aria-describedby={`record-${entry.id}`}>
            {t('staff.officer.training.withdraw')}
          </Button>
        </OfficerForm>
      ) : null}
    </li>
  )
}
