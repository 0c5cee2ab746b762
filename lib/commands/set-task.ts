import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { mayBeTasked, readDueDay } from '@/lib/domain/task'
import { isUuid } from '@/lib/domain/uuid'
import { roles } from '@/lib/domain/words'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { today } from './journey-setting'
import { requireWords } from './require-words'

interface NewTask extends CaseSeen {
  readonly text: string
  /** The day by which it is to be done. */
  readonly due: string
  /** Account id of whoever is to do it; empty for whoever has the case. */
  readonly to: string
}

/**
 * Sets something to be done for a case by a day, its words sealed in the history. DomainErrors besides those of `changeCase`: `invalid` without
 * words, for a day that is not from today to a year from now, and for somebody who may not see the case; `bad-transition` of a closed case.
 */
export async function setTask(actor: Actor, { text, due, to, ...seen }: NewTask): Promise<void> {
  const day = readDueDay(due, today())
  if (day === null) throw new DomainError('invalid')
  const box = await sealBox('note', { text: requireWords(text) })
  await changeCase(actor, 'add-note', seen, async (found, tx) => {
    if (found.status === 'closed') throw new DomainError('bad-transition')
    if (to !== '' && !(await isOneWhoSees(tx, to, found))) throw new DomainError('invalid')
    return { type: 'task-set', detail: { to: to === '' ? null : to, due: day }, box }
  })
}

async function isOneWhoSees(tx: Transaction, id: string, found: Case): Promise<boolean> {
  if (!isUuid(id)) return false
  const account = await tx.account.findUnique({ where: { id }, select: { role: true, active: true } })
  const role = roles.find((known) => known === account?.role)
  return account?.active === true && role !== undefined && mayBeTasked({ id, role }, found)
}
