import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { taskState } from '@/lib/domain/task'
import type { TaskState } from '@/lib/domain/task'

/** By when a task is due, in words and as it stands today. `dueOn` and `today` are days of the force's calendar. */
export function taskDue(
  dueOn: string,
  today: string,
  clock: Clock,
): { readonly state: TaskState; readonly words: string } {
  const state = taskState(dueOn, today)
  const day = saidDue(dueOn, clock)
  if (state === 'today') return { state, words: clock.t('casework.task.today') }
  return { state, words: clock.t(`casework.task.${state === 'late' ? 'late' : 'due'}`, { day }) }
}

/** A day of the force's calendar, in words. */
export function saidDue(day: string, clock: Clock): string {
  // Noon is on that day by every clock of a force.
  return saidDay(new Date(`${day}T12:00:00Z`), clock)
}

/** How a due day looks as it stands. */
export const taskTones: Readonly<Record<TaskState, string>> = {
  late: 'font-bold text-danger',
  today: 'font-bold text-warn',
  ahead: 'text-ink-soft',
}
