import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

interface MarkedTask extends CaseSeen {
  readonly task: string
  readonly isDone: boolean
}

/** Says that a task is done, or not after all. `invalid` for none of this case; `bad-transition` where it is so already. Errors as `changeCase`. */
export async function markTask(actor: Actor, { task: id, isDone, ...seen }: MarkedTask): Promise<void> {
  if (!isUuid(id)) throw new DomainError('invalid')
  await changeCase(actor, 'add-note', seen, async ({ id: caseId }, tx) => {
    const task = await tx.caseTask.findFirst({ where: { id, caseId }, select: { doneAt: true } })
    if (task === null) throw new DomainError('invalid')
    if ((task.doneAt !== null) === isDone) throw new DomainError('bad-transition')
    return { type: isDone ? 'task-done' : 'task-opened', detail: { task: id } }
  })
}
