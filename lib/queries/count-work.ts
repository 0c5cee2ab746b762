import 'server-only'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { nowhere } from '@/lib/domain/queue-filters'
import { isOfClosed, workSets } from '@/lib/domain/work-sets'
import type { WorkSet } from '@/lib/domain/work-sets'
import { inQueue, standsAlone } from './count-queue'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'
import { isInSet } from './work-set'

const counted = z.array(
  z.object({ district: z.string().nullable(), counts: z.record(z.string(), z.number()) }),
)

/** How many cases of each set there are. */
export type SetCounts = Readonly<Record<WorkSet, number>>

/** The same by district (`unknown`: none is known). */
export type WorkCounts = ReadonlyMap<string, SetCounts>

/**
 * How many of the cases that `actor` may see are in each set, by district. These are what the queue lists for the same set, so nothing is
 * held back: whoever reads the figure may read the list. Sealed cases are in none of them, as in the queue.
 */
export async function countWork(actor: Actor, holder: 'anybody' | 'mine' = 'anybody'): Promise<WorkCounts> {
  const held = holder === 'mine' ? Prisma.sql`c.assignee_id = ${actor.id}::uuid` : Prisma.sql`true`
  const seen = Prisma.sql`c.force = ${currentForce().id} AND NOT c.restricted AND ${standsAlone} AND ${held}
    AND ${visibleCases(actor, 'see-headline', policyContext())}`
  const rows = await asActor(actor, async (tx) => [
    ...counted.parse(await tx.$queryRaw(countsAmong(openSets, Prisma.sql`${inQueue} AND ${seen}`))),
    // Of closed cases only those are read that are in the set: there are many others.
    ...counted.parse(
      await tx.$queryRaw(
        Prisma.join(
          closedSets.map((set) => countsAmong([set], Prisma.sql`${isInSet(set)} AND ${seen}`)),
          ' UNION ALL ',
        ),
      ),
    ),
  ])
  const byDistrict = new Map<string, SetCounts>()
  for (const { district, counts } of rows) {
    const key = district ?? nowhere
    byDistrict.set(key, { ...(byDistrict.get(key) ?? noCounts()), ...counts })
  }
  return byDistrict
}

function noCounts(): SetCounts {
  return Object.fromEntries(workSets.map((set) => [set, 0])) as SetCounts
}

/** Those of some districts together. */
export function sumOf(counts: Iterable<SetCounts>): SetCounts {
  const sum: Record<string, number> = noCounts()
  for (const one of counts) for (const [set, count] of Object.entries(one)) sum[set] = (sum[set] ?? 0) + count
  return sum as SetCounts
}

const closedSets = workSets.filter(isOfClosed)
const openSets = workSets.filter((set) => !isOfClosed(set))

function countsAmong(sets: readonly WorkSet[], among: Prisma.Sql): Prisma.Sql {
  const each = sets.map((set) => Prisma.sql`${set}::text, count(*) FILTER (WHERE ${isInSet(set)})`)
  return Prisma.sql`
    SELECT c.district, json_build_object(${Prisma.join(each)}) AS counts
      FROM "case" c WHERE ${among} GROUP BY c.district`
}
