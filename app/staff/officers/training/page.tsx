import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import type { TrainingTopic } from '@/lib/domain/force-training'
import { isPressing, lapseAhead, trainingStanding } from '@/lib/domain/training'
import type { TopicStanding } from '@/lib/domain/training'
import { listTraining } from '@/lib/queries/list-training'
import type { TrainedOfficer } from '@/lib/queries/list-training'
import { deskClock } from '../../_desk/clock'
import { OfficersFrame } from '../_view/officers-frame'

interface Entry {
  readonly officer: TrainedOfficer
  readonly standing: TopicStanding
}

/** Whose training is over, missing, or ends soon, topic by topic. */
export default async function TrainingPage() {
  const actor = await requireEntrance('rota-oversight')
  const clock = deskClock()
  const { t } = clock
  const force = currentForce()
  const today = localTime(clock.now, force).toPlainDate().toString()
  const officers = await listTraining(actor)
  const entries = officers.flatMap((officer) =>
    trainingStanding(officer.training, force, today)
      .filter((standing) => isPressing(standing, today))
      .map((standing): Entry => ({ officer, standing })),
  )
  return (
    <OfficersFrame actor={actor} tab="training">
      <h1 className="text-xl">{t('staff.officer.tab.training')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">
        {t('staff.officer.training.lead', { days: lapseAhead })}
      </p>
      {force.training.topics.map((topic) => (
        <Topic
          key={topic.id}
          topic={topic}
          entries={entries.filter(({ standing }) => standing.topic.id === topic.id)}
          clock={clock}
        />
      ))}
    </OfficersFrame>
  )
}

interface TopicProps {
  readonly topic: TrainingTopic
  readonly entries: readonly Entry[]
  readonly clock: Clock
}

function Topic({ topic, entries, clock }: TopicProps) {
  const { t } = clock
  const title = t(`staff.officer.topic.${topic.id}`)
  const columns = ['name', 'state', 'until'].map((column) => t(`staff.officer.training.${column}`))
  const rows = entries.toSorted(byEnd).map(({ officer, standing: { state, until } }) => ({
    key: officer.id,
    cells: [
      <a key="name" href={staffPaths.officer(officer.id)} className="font-semibold">
        <bdi>{officer.name}</bdi>
      </a>,
      <span
        key="state"
        className={state === 'lapsed' || state === 'never' ? 'font-semibold text-warn' : undefined}
      >
        {t(`staff.officer.training.is.${state}`)}
      </span>,
      until === null ? '' : saidDay(new Date(until), clock),
    ],
  }))
  return (
    <section className="mb-6">
      <h2 className="mb-1 text-lg">{title}</h2>
      <p className="mb-2 text-sm text-ink-soft">
        {t(topic.required ? 'staff.officer.training.required' : 'staff.officer.training.optional', {
          months: topic.validMonths,
        })}
      </p>
      {rows.length === 0 ? (
        <p>{t('staff.officer.training.noneEnding')}</p>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} />
      )}
    </section>
  )
}

/** What is missing first, then what ended or ends first. */
function byEnd(a: Entry, b: Entry): number {
  const [one, other] = [a.standing.until ?? '', b.standing.until ?? '']
  if (one === other) return 0
  return one < other ? -1 : 1
}
