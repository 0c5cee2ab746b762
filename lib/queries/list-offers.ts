import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { describeCase, factsOf, riskOf } from '@/lib/domain/case-facts'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { runningClocks } from './list-clocks'
import { policyContext } from './policy-context'

/** More than any limit: nobody is asked for so many at once. */
const most = 50

/** The cases `actor` is asked to take, the most urgent first. Nothing of them is opened. */
export async function listOffers(actor: Actor) {
  const [rows, clocks] = await asActor(actor, async (tx) => {
    const asked = await tx.case.findMany({
      where: { force: currentForce().id, offeredToId: actor.id },
      orderBy: [{ riskRank: 'asc' }, { promisedBy: 'asc' }, { reference: 'asc' }],
      take: most,
    })
    return [
      asked,
      await runningClocks(
        tx,
        asked.map((row) => ({ id: row.id, risk: riskOf(row) })),
      ),
    ] as const
  })
  const context = policyContext()
  return rows
    .filter((row) => can(actor, 'decline-offer', factsOf(row), context))
    .map((row) => ({
      ...describeCase(row),
      reference: row.reference,
      version: row.version,
      languages: row.languages,
      receivedAt: row.receivedAt,
      promisedBy: row.promisedBy,
      clocks: clocks.get(row.id) ?? [],
      offeredAt: row.offeredAt ?? row.receivedAt,
    }))
}
