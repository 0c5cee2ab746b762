import { toGetInTouch } from './duty'
import type { Duty } from './duty'

/** Whether somebody whose next duty this is comes too late for what is due. Where nothing is, nobody does. */
export function isLate({ from }: Pick<Duty, 'from'>, dueAt: Date | null | undefined): boolean {
  return dueAt !== null && dueAt !== undefined && from.getTime() + toGetInTouch > dueAt.getTime()
}
