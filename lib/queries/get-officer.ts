import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { trainingOf } from './training-of'
import type { TrainingEntry } from './training-of'

/** One officer as their own page shows them. */
export interface OfficerDetail extends Omit<OfficerFacts, 'conflicts' | 'active'> {
  readonly accountId: string
  readonly name: string
  readonly version: number
  /** They serve as a liaison officer. */
  readonly serving: boolean
  /** They can sign in. */
  readonly accountOpen: boolean
  readonly oneMoreAt: Date | null
  readonly handingOverAt: Date | null
  /** Null for whoever may not know: they see until when somebody is trained, and not in what. */
  readonly training: readonly TrainingEntry[] | null
}

/** How many of the next shifts are read. */
const shiftsAhead = 200

/**
 * One officer, with their next duty and how many open cases they hold. `forbidden` for roles without a use for the rota, `not-found` for none
 * and for somebody who is no liaison officer any more.
 */
export async function getOfficer(actor: Actor, id: string): Promise<OfficerDetail> {
  if (!mayEnter(actor.role, 'officers')) throw new DomainError('forbidden')
  if (!isUuid(id)) throw new DomainError('not-found')
  return asActor(actor, (tx) => read(tx, actor, id))
}

async function read(tx: Transaction, actor: Actor, id: string): Promise<OfficerDetail> {
  const found = await tx.officer.findFirst({
    where: { id, account: { role: 'liaison-officer' } },
    include: {
      account: { select: { name: true, active: true } },
      shifts: { where: { endsAt: { gt: now() } }, orderBy: { startsAt: 'asc' }, take: shiftsAhead },
    },
  })
  if (found === null) throw new DomainError('not-found')
  const { account, active, shifts, ...officer } = found
  const mayKnow = actor.role === 'supervisor' || officer.accountId === actor.id
  const [load] = await tx.$queryRaw<{ open: number; last: Date | null }[]>`
    SELECT open_cases AS open, last_assigned_at AS last FROM officer_loads() WHERE account_id = ${officer.accountId}::uuid`
  return {
    ...officer,
    name: account.name,
    serving: active,
    accountOpen: account.active,
    oneMore: officer.oneMoreAt !== null,
    handingOver: officer.handingOverAt !== null,
    shifts: shifts.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    openCases: load?.open ?? 0,
    lastAssignedAt: load?.last ?? null,
    training: mayKnow ? await trainingOf(tx, id) : null,
  }
}
