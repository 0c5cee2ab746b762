import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import type { Shift } from '@/lib/domain/officer-facts'
import { dutyOf } from '@/lib/domain/rota/duty-of'
import { reckonedAhead } from '@/lib/domain/rota/duty-sources'
import type { DutySources } from '@/lib/domain/rota/duty-sources'
import { merged, within } from '@/lib/domain/rota/spans'
import { patternOf } from '@/lib/queries/duty/stored-pattern'

/**
 * Reckons an officer's duty anew, from now on, out of their patterns, single occasions and leave. What has been stays as it was; of a duty that
 * runs, the part before now does. Call it in the transaction that changes any of these. Gives how many rows were replaced.
 */
export async function rebuildDuty(tx: Transaction, officerId: string): Promise<number> {
  // One at a time: two at once would each add what the other adds.
  await tx.$queryRaw`SELECT id FROM officer WHERE id = ${officerId}::uuid FOR UPDATE`
  const at = now()
  const kept = await tx.dutyShift.findMany({ where: { officerId, endsAt: { gt: at } } })
  const sources = await sourcesOf(tx, officerId, at)
  const ahead = dutyOf(sources, at, new Date(at.getTime() + reckonedAhead), currentForce())
  const been = within(kept, new Date(0), at)
  const wanted = new Map(merged([...been, ...ahead]).map((span) => [keyOf(span), span]))
  const gone = kept.filter((row) => !wanted.has(keyOf(row)))
  for (const row of kept) wanted.delete(keyOf(row))
  if (gone.length > 0) await tx.dutyShift.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  const data = [...wanted.values()].map((span) => ({ id: randomUUID(), officerId, ...span }))
  if (data.length > 0) await tx.dutyShift.createMany({ data })
  return gone.length + data.length
}

const keyOf = ({ startsAt, endsAt }: Shift) => `${startsAt.toISOString()} ${endsAt.toISOString()}`

async function sourcesOf(tx: Transaction, officerId: string, at: Date): Promise<DutySources> {
  const where = { officerId, endsAt: { gt: at } }
  const [patterns, extras, leave] = [
    await tx.dutyPattern.findMany({ where: { officerId } }),
    await tx.dutyExtra.findMany({ where, select: { startsAt: true, endsAt: true } }),
    await tx.officerLeave.findMany({ where, select: { startsAt: true, endsAt: true } }),
  ]
  return { patterns: patterns.map(patternOf), extras, leave }
}
