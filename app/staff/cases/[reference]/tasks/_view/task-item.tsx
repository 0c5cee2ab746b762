import type { ReactNode } from 'react'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { ShownCase } from '@/components/staff/act-form'
import { PlainText } from '@/components/staff/plain-text'
import { taskDue, taskTones } from '@/components/staff/task-words'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Task } from '@/lib/queries/list-tasks'

interface Props {
  readonly task: Task
  /** What is to be done; null where it does not open. */
  readonly words: string | null
  readonly shown: ShownCase
  readonly mayMark: boolean
  readonly today: string
  readonly clock: Clock
}

/** One task of a case: by when, for whom, and the button that says it is done. */
export function TaskItem({ task, words, shown, mayMark, today, clock }: Props) {
  const { t } = clock
  const due = taskDue(task.dueOn, today, clock)
  return (
    <li className="card grid gap-1.5" data-task={task.id}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        {task.done === null ? (
          <p className={taskTones[due.state]}>{due.words}</p>
        ) : (
          <p>{t('casework.task.doneBy', { name: task.done.by ?? '', at: saidTime(task.done.at, clock) })}</p>
        )}
        <p className="text-sm">
          {task.assignee === null
            ? t('casework.task.forHolder')
            : t('casework.task.forWhom', { name: task.assignee })}
        </p>
      </div>
      <div className="wrap-anywhere">
        <PlainText>{words ?? t('casework.story.unreadable')}</PlainText>
      </div>
      <p className="text-sm text-ink-soft">
        {t('casework.task.setBy', { name: task.setBy ?? '', at: saidTime(task.setAt, clock) })}
      </p>
      {mayMark ? <Mark {...{ task, shown }}>{t(markKey(task))}</Mark> : null}
    </li>
  )
}

function markKey({ done }: Task) {
  return done === null ? 'casework.task.done' : 'casework.task.undo'
}

interface MarkProps extends Pick<Props, 'task' | 'shown'> {
  readonly children: ReactNode
}

function Mark({ task, shown, children }: MarkProps) {
  return (
    <form method="post" action={staffPaths.caseTaskAct(shown.reference, 'mark')}>
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      <input type="hidden" name="task" value={task.id} />
      <Button look="quiet" name="done" value={task.done === null ? 'yes' : 'no'}>
        {children}
      </Button>
    </form>
  )
}
