import { Temporal } from 'temporal-polyfill'
import type { CaseFacts } from './policy'
import type { Role } from './words'

/** How far ahead a task may be due, in days. */
const farthestTask = 366

/** A posted day by which something is to be done, `today` the soonest; null for none such. Days are `YYYY-MM-DD` by the force's calendar. */
export function readDueDay(text: string, today: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    const ahead = Temporal.PlainDate.from(today).until(day, { largestUnit: 'days' }).days
    return ahead >= 0 && ahead <= farthestTask ? day.toString() : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** How a task that is not done stands on a day. */
export type TaskState = 'late' | 'today' | 'ahead'

export function taskState(dueOn: string, today: string): TaskState {
  if (dueOn === today) return 'today'
  return dueOn < today ? 'late' : 'ahead'
}

/**
 * Whether somebody can be given a task of a case: whoever has it, supervisors, and those named for a sealed one; never with a conflict. The
 * database's `may_be_tasked` says the same once more.
 */
export function mayBeTasked(
  { id, role }: { readonly id: string; readonly role: Role },
  {
    restricted,
    namedIds,
    conflictedIds,
    assigneeId,
  }: Pick<CaseFacts, 'restricted' | 'namedIds' | 'conflictedIds' | 'assigneeId'>,
): boolean {
  if (conflictedIds.includes(id)) return false
  return restricted ? namedIds.includes(id) : role === 'supervisor' || id === assigneeId
}
