import { RiskMark } from '@/components/staff/risk-mark'
import { taskDue, taskTones } from '@/components/staff/task-words'
import { requireEntrance } from '@/lib/auth/require-actor'
import { today } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import { mostTasks, ownTasks } from '@/lib/queries/list-tasks'
import { deskClock } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'

/** What somebody is to do for cases, late ones first. What it is about is on the case: its words are sealed. */
export default async function OwnTasksPage() {
  const actor = await requireEntrance('queue')
  const tasks = await ownTasks(actor)
  const clock = deskClock()
  const { t } = clock
  const day = today()
  return (
    <DeskPage actor={actor} here="tasks" title={t('casework.task.ownTitle')}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="mb-1 text-xl">{t('casework.task.ownTitle')}</h1>
        <p className="mb-3 text-ink-soft">{t('casework.task.ownLead')}</p>
        {tasks.length === 0 ? <p className="card">{t('casework.task.ownNone')}</p> : null}
        {tasks.length > mostTasks ? (
          <p className="notice tone-warn mb-3 py-2">{t('casework.task.ownMore', { count: mostTasks })}</p>
        ) : null}
        <ul className="grid gap-2">
          {tasks.slice(0, mostTasks).map(({ id, reference, dueOn, risk }) => {
            const due = taskDue(dueOn, day, clock)
            return (
              <li key={id} className="card flex flex-wrap items-baseline gap-x-4 gap-y-1" data-task={id}>
                <span className={`min-w-44 ${taskTones[due.state]}`}>{due.words}</span>
                <a href={staffPaths.caseTasks(reference)} className="font-semibold">
                  {t('casework.task.ownLink', { reference })}
                </a>
                <RiskMark risk={risk} t={t} />
              </li>
            )
          })}
        </ul>
      </div>
    </DeskPage>
  )
}
