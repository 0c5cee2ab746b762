import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Shift } from '@/lib/domain/officer-facts'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import type { Pattern } from '@/lib/domain/rota/duty-sources'
import { isUuid } from '@/lib/domain/uuid'
import { patternOf } from './stored-pattern'

/** Duty or leave on one occasion. */
interface Occasion extends Shift {
  readonly id: string
  readonly source: string
}

/** When one officer is on duty, and what that is reckoned from. Of what is over only duty and leave within `window` are here. */
export interface OfficerDuty {
  readonly officerId: string
  readonly accountId: string
  readonly name: string
  readonly version: number
  readonly shifts: readonly Shift[]
  readonly away: readonly Shift[]
  readonly patterns: readonly (Pattern & { readonly id: string })[]
  readonly extras: readonly Occasion[]
  readonly leave: readonly Occasion[]
}

/** An officer's duty; shifts and times away are those within `window`. `forbidden` for roles without a use for the rota, `not-found` for none. */
export async function getDuty(actor: Actor, id: string, window: Shift): Promise<OfficerDuty> {
  if (!mayEnter(actor.role, 'officers')) throw new DomainError('forbidden')
  if (!isUuid(id)) throw new DomainError('not-found')
  return asActor(actor, (tx) => read(tx, id, window))
}

async function read(tx: Transaction, id: string, { startsAt, endsAt }: Shift): Promise<OfficerDuty> {
  const officer = await tx.officer.findFirst({
    where: { id, account: { role: 'liaison-officer' } },
    select: { accountId: true, version: true, account: { select: { name: true } } },
  })
  if (officer === null) throw new DomainError('not-found')
  const inWindow = { officerId: id, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } }
  const ahead = { officerId: id, endsAt: { gt: now() } }
  const span = { startsAt: true, endsAt: true } as const
  const orderBy = { startsAt: 'asc' } as const
  const occasion = { where: ahead, orderBy, select: { ...span, id: true, source: true } } as const
  const [shifts, away, patterns, extras, leave] = [
    await tx.dutyShift.findMany({ where: inWindow, orderBy, select: span }),
    await tx.officerLeave.findMany({ where: inWindow, orderBy, select: span }),
    await tx.dutyPattern.findMany({
      where: { officerId: id },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    }),
    await tx.dutyExtra.findMany(occasion),
    await tx.officerLeave.findMany(occasion),
  ]
  return {
    ...{ officerId: id, accountId: officer.accountId, name: officer.account.name, version: officer.version },
    ...{ shifts, away, extras, leave },
    patterns: patterns.map((one) => ({ ...patternOf(one), id: one.id })),
  }
}
