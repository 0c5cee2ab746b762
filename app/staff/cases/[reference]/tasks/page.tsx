import { UnsavedGuard } from '@/components/staff/unsaved-guard'
import { requireSession } from '@/lib/auth/require-actor'
import { today } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import { listTaskable, tasksOf } from '@/lib/queries/list-tasks'
import type { Task } from '@/lib/queries/list-tasks'
import { deskClock } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { shownTo } from '../../../_desk/shown-to'
import { keptForm } from '../../../_http/kept-form'
import { openOrLead } from '../_act/open-or-lead'
import { NewTask } from './_view/new-task'
import { TaskItem } from './_view/task-item'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** What is to be done for a case, by when and by whom. Its words are sealed: looking at them opens the case, under audit. */
export default async function TasksPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const { headline, may, opened } = await openOrLead(session, (await params).reference)
  const { reference } = headline
  const [tasks, people, kept, query] = await Promise.all([
    tasksOf(actor, headline.id),
    listTaskable(actor, headline),
    keptForm(actor, staffPaths.caseTasks(reference)),
    searchParams,
  ])
  const clock = deskClock()
  const { t } = clock
  const shown = shownTo(actor, headline)
  const day = today()
  const mayMark = may.has('add-note')
  const item = (task: Task) => (
    <TaskItem
      key={task.id}
      {...{ task, shown, mayMark, clock }}
      words={task.boxId === null ? null : (opened.notes.get(task.boxId) ?? null)}
      today={day}
    />
  )
  const open = tasks.filter(({ done }) => done === null)
  const done = tasks.filter((task) => task.done !== null)
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={t('casework.task.pageTitle')}
      problem={query.problem !== undefined}
    >
      <UnsavedGuard />
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('casework.task.back')}
        </a>
        <h1 className="mt-1 mb-3 text-xl">{t('casework.task.heading', { reference })}</h1>
        <DoneNotice query={query} own="casework" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        {open.length === 0 ? <p className="card">{t('casework.task.none')}</p> : null}
        <ul className="grid gap-3">{open.map(item)}</ul>
        {mayMark && headline.status !== 'closed' ? (
          <NewTask {...{ shown, people, t }} today={day} typed={kept?.form === 'task' ? kept.values : {}} />
        ) : (
          <p className="mt-4 text-ink-soft">
            {headline.status === 'closed' ? t('casework.task.closed') : ''}
          </p>
        )}
        {done.length === 0 ? null : (
          <section className="mt-6">
            <h2 className="mb-2 text-lg">{t('casework.task.doneTitle')}</h2>
            <ul className="grid gap-3">{done.map(item)}</ul>
          </section>
        )}
      </div>
    </DeskPage>
  )
}
