import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import { grants } from '@/lib/domain/policy'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import type { CaseAction, Grant } from '@/lib/domain/role-grants'

/**
 * The policy as a condition on `"case" c`: the rows for which `can(actor, action, …)` holds. Made from the same grants; a
 * test holds the two, and the database's own row security, together row by row.
 */
export function visibleCases(actor: Actor, action: CaseAction, context: PolicyContext): Prisma.Sql {
  const either = grants(actor, action)
    .filter(({ steppedUp }) => steppedUp === undefined || context.steppedUp)
    .map((grant) => conditionsOf(grant, actor, context.startOfToday))
  return either.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(either, ' OR ')})`
}

function conditionsOf(grant: Grant, actor: Actor, today: Date): Prisma.Sql {
  const every = [Prisma.sql`true`, ...inPerson(grant, actor), ...byPlace(grant)]
  if (grant.notRestricted) every.push(Prisma.sql`NOT c.restricted`)
  if (grant.notClosed) every.push(Prisma.sql`c.status <> 'closed'`)
  if (grant.recordedToday) {
    every.push(Prisma.sql`c.recorded_by_id = ${actor.id}::uuid AND c.received_at >= ${today}`)
  }
  return Prisma.sql`(${Prisma.join(every, ' AND ')})`
}

/** How the actor stands to the case. */
function inPerson(grant: Grant, { id, glass = [] }: Actor): Prisma.Sql[] {
  const every: Prisma.Sql[] = []
  if (grant.named) every.push(Prisma.sql`c.restricted AND ${id}::uuid = ANY(c.named_ids)`)
  if (grant.noConflict) every.push(Prisma.sql`NOT ${id}::uuid = ANY(c.conflicted_ids)`)
  if (grant.glass) every.push(Prisma.sql`c.id = ANY(${[...glass]}::uuid[])`)
  if (grant.offered) every.push(Prisma.sql`c.offered_to_id = ${id}::uuid`)
  if (grant.heldBy === 'nobody') every.push(Prisma.sql`c.assignee_id IS NULL`)
  if (grant.heldBy === 'actor') every.push(Prisma.sql`c.assignee_id = ${id}::uuid`)
  return every
}

function byPlace({ inDistricts, leavesIn }: Grant): Prisma.Sql[] {
  const every: Prisma.Sql[] = []
  if (inDistricts) every.push(Prisma.sql`c.district = ANY(${[...inDistricts]}::text[])`)
  if (leavesIn) {
    const districts = Prisma.sql`${[...leavesIn]}::text[]`
    every.push(Prisma.sql`NOT c.names_exclusion AND NOT c.excluded_districts && ${districts}`)
  }
  return every
}
