import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { readName } from '@/lib/domain/account'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { isUuid } from '@/lib/domain/uuid'
import { appendAudit } from './append-audit'
import { asAdministrator } from './change-account'

/** Adds a third-party reporting centre. DomainErrors: `forbidden`, `step-up`, `invalid`, and `sender-exists` for a name there is. */
export function addCentre(by: SignedIn, given: string): Promise<void> {
  return change(by, async (tx) => {
    const name = readName(given)
    const force = currentForce().id
    if ((await tx.centre.count({ where: { force, name } })) > 0) throw new DomainError('sender-exists')
    const id = randomUUID()
    await tx.centre.createMany({ data: [{ id, force, name, madeAt: now(), madeById: by.actor.id }] })
    return { action: 'centre-added', detail: { centre: id } }
  })
}

/** Nobody records for this centre any more. What they sent stays, and they see where it stands. `conflict` where it was stopped before. */
export function stopCentre(by: SignedIn, id: string): Promise<void> {
  return change(by, async (tx) => {
    const where = { id: known(id), stoppedAt: null }
    const { count } = await tx.centre.updateMany({ where, data: { stoppedAt: now() } })
    if (count === 0) throw new DomainError('conflict')
    return { action: 'centre-stopped', detail: { centre: id } }
  })
}

/** Says which centre somebody works for, in place of any other. `conflict` where it was stopped, `not-found` for nobody of that role. */
export function placeWorker(by: SignedIn, accountId: string, centreId: string): Promise<void> {
  return change(by, async (tx) => {
    const centre = await tx.centre.count({ where: { id: known(centreId), stoppedAt: null } })
    if (centre === 0) throw new DomainError('conflict')
    const worker = { id: known(accountId), role: 'centre-worker', active: true }
    if ((await tx.account.count({ where: worker })) === 0) throw new DomainError('not-found')
    await tx.centreWorker.deleteMany({ where: { accountId } })
    await tx.centreWorker.createMany({ data: [{ accountId, centreId }] })
    return { action: 'centre-worker-placed', detail: { account: accountId, centre: centreId } }
  })
}

interface Changed {
  readonly action: AuditAction
  readonly detail: Readonly<Record<string, string>>
}

function change(by: SignedIn, work: (tx: Transaction) => Promise<Changed>): Promise<void> {
  return asAdministrator(by, 'keep-centres', () =>
    asActor(by.actor, async (tx) => {
      const { id: actorId, role } = by.actor
      await appendAudit(tx, { actorId, role, ...(await work(tx)) })
    }),
  )
}

function known(id: string): string {
  if (!isUuid(id)) throw new DomainError('not-found')
  return id
}
