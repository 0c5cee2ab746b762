import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'

interface Person {
  readonly id: string
  readonly name: string
}

/** A third-party reporting centre, and who works for it. */
export interface ListedCentre {
  readonly id: string
  readonly name: string
  readonly stoppedAt: Date | null
  readonly workers: readonly Person[]
}

/** The centres there are, and everybody who may work for one. `forbidden` for everybody but administrators. */
export async function listCentres(
  actor: Actor,
): Promise<{ readonly centres: readonly ListedCentre[]; readonly people: readonly Person[] }> {
  if (!mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  const account = { select: { id: true, name: true } } as const
  return asActor(actor, async (tx) => {
    const centres = await tx.centre.findMany({
      orderBy: [{ stoppedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
      select: { id: true, name: true, stoppedAt: true, workers: { select: { account } } },
    })
    const where = { role: 'centre-worker', active: true }
    const people = await tx.account.findMany({ where, orderBy: { name: 'asc' }, ...account })
    return {
      centres: centres.map(({ workers, ...centre }) => ({
        ...centre,
        workers: workers.map((worker) => worker.account),
      })),
      people,
    }
  })
}
