import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'

/** Somebody who may send referrals, with the keys they sign with. */
export interface ListedSender {
  readonly id: string
  readonly name: string
  readonly channel: string
  readonly stoppedAt: Date | null
  readonly keys: readonly {
    readonly id: string
    readonly publicKey: string
    readonly madeAt: Date
    readonly stoppedAt: Date | null
  }[]
}

/** Who may send referrals: those who still may first. `forbidden` for everybody but administrators. */
export async function listSenders(actor: Actor): Promise<readonly ListedSender[]> {
  if (!mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  return asActor(actor, (tx) =>
    tx.referralSender.findMany({
      orderBy: [{ stoppedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
      select: {
        ...{ id: true, name: true, channel: true, stoppedAt: true },
        keys: {
          orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
          select: { id: true, publicKey: true, madeAt: true, stoppedAt: true },
        },
      },
    }),
  )
}
