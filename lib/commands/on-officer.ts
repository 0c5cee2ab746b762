import 'server-only'
import { asActor, deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Officer, Prisma } from '@/lib/db/generated/client'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { appendAudit } from './append-audit'

/** Which officer, and which version of them the person was looking at. */
export interface OfficerSeen {
  readonly officerId: string
  readonly version: number
}

/** Who may do it: a supervisor alone, or an officer of themselves too. */
type Whose = 'supervisor' | 'own-too'

/** What an act makes of an officer, and how the audit tells it, in codes. */
interface OfficerChange {
  readonly data: Prisma.OfficerUpdateManyMutationInput
  readonly audited: AuditAction
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

type Work = (officer: Officer, tx: Transaction) => OfficerChange | null | Promise<OfficerChange | null>

/**
 * The frame of every change to an officer, in one transaction: may they, is it still what they saw, change it, and audit it. Routing is woken
 * by the database. `work` gives null where it is so already. DomainError: `forbidden`, which is audited; `not-found`, also for somebody who is
 * no liaison officer any more; `conflict`; and what `work` throws.
 */
export async function onOfficer(actor: Actor, whose: Whose, seen: OfficerSeen, work: Work): Promise<void> {
  try {
    await asActor(actor, (tx) => change(tx, actor, whose, seen, work))
  } catch (error) {
    if (error instanceof DomainError && error.code === 'forbidden') await noteRefused(actor)
    throw error
  }
}

async function change(
  tx: Transaction,
  actor: Actor,
  whose: Whose,
  { officerId, version }: OfficerSeen,
  work: Work,
): Promise<void> {
  const officer = await find(tx, officerId)
  const isOwn = actor.role === 'liaison-officer' && officer.accountId === actor.id
  if (actor.role !== 'supervisor' && !(whose === 'own-too' && isOwn)) throw new DomainError('forbidden')
  const made = await work(officer, tx)
  if (made === null) return
  if (officer.version !== version) throw new DomainError('conflict')
  const { count } = await tx.officer.updateMany({
    where: { id: officerId, version },
    data: { ...made.data, version: version + 1 },
  })
  if (count === 0) throw new DomainError('conflict')
  await appendAudit(tx, {
    actorId: actor.id,
    role: actor.role,
    action: made.audited,
    detail: { account: officer.accountId, ...made.detail },
  })
}

async function find(tx: Transaction, id: string): Promise<Officer> {
  if (!isUuid(id)) throw new DomainError('not-found')
  const officer = await tx.officer.findFirst({ where: { id, account: { role: 'liaison-officer' } } })
  if (officer === null) throw new DomainError('not-found')
  return officer
}

/** Audits that somebody tried to change an officer whom they may not. */
export async function noteRefused(actor: Actor): Promise<void> {
  const detail = { attempted: 'change-officer', code: 'forbidden' }
  await appendAudit(deskDb(), { actorId: actor.id, role: actor.role, action: 'refused', detail })
}
