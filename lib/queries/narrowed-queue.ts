import 'server-only'
import { coveredFrom } from '@/lib/commands/covered-from'
import { currentForce } from '@/lib/config/current-force'
import { Prisma } from '@/lib/db/generated/client'
import type { CountedTime } from '@/lib/domain/counted-times'
import type { Actor } from '@/lib/domain/policy'
import { nowhere } from '@/lib/domain/queue-filters'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { monthsIn, spanOfMonths } from '@/lib/domain/received-months'
import { isOfClosed } from '@/lib/domain/work-sets'
import { risks } from '@/lib/domain/words'
import { inQueue, standsAlone } from './count-queue'
import { isDanger } from './merged-cases'
import { isNewTo, isPutOff } from './own-queue'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'
import { isInSet } from './work-set'

/** Which rows of `"case" c`, with the account `a` of who has it, a queue lists that is narrowed so, as a condition: besides what `actor` may see. */
export function isNarrowedTo(filters: QueueFilters, actor: Actor): Prisma.Sql {
  const every = [statusOf(filters), standsAlone, ...isOfMonths(filters)]
  every.push(filters.sealed === 'yes' ? Prisma.sql`c.restricted` : Prisma.sql`NOT c.restricted`)
  every.push(...placeOf(filters))
  if (filters.strand) every.push(Prisma.sql`${filters.strand} = ANY(c.strands)`)
  if (filters.kind) every.push(Prisma.sql`c.kind = ${filters.kind}`)
  if (filters.channel) every.push(Prisma.sql`c.channel = ${filters.channel}`)
  if (filters.risk) every.push(Prisma.sql`c.risk_rank = ${risks.indexOf(filters.risk)}`)
  if (filters.lane) every.push(Prisma.sql`c.slow_lane = ${filters.lane === 'slow'}`)
  if (filters.holder === 'mine') every.push(Prisma.sql`c.assignee_id = ${actor.id}::uuid`)
  if (filters.holder === 'nobody') every.push(Prisma.sql`c.assignee_id IS NULL`)
  every.push(...own(filters, actor), ...whyOf(filters, actor))
  if (filters.find) {
    const like = `%${filters.find.replace(/[\\%_]/gu, '\\$&')}%`
    every.push(Prisma.sql`(c.reference ILIKE ${like} OR a.name ILIKE ${like})`)
  }
  return Prisma.join(every, ' AND ')
}

/** What is counted somewhere is listed as it is counted there: a set by the work page, and months by figures. */
const isCounted = (filters: QueueFilters) => filters.set !== undefined || monthsIn(filters) !== null

/** Those that came in some months, or of which something else is of them. What goes on in another counts with that one, also once both are closed. */
function isOfMonths(filters: QueueFilters): Prisma.Sql[] {
  const months = monthsIn(filters)
  if (months === null) return []
  const [begin, end] = spanOfMonths(months, currentForce())
  const at = times[filters.of ?? 'received']
  return [
    Prisma.sql`${at} >= ${begin} AND ${at} < ${end}`,
    ...(filters.of === 'closed' ? [Prisma.sql`c.status = 'closed'`] : []),
    ...(filters.disposition === undefined ? [] : [Prisma.sql`c.disposition = ${filters.disposition}`]),
    ...(filters.outcome === undefined ? [] : [Prisma.sql`c.promise_outcome = ${filters.outcome}`]),
    Prisma.sql`c.goes_on_in_id IS NULL`,
  ]
}

/** Of what months can be; there is an index of each. */
const times: Readonly<Record<CountedTime | 'received', Prisma.Sql>> = {
  received: Prisma.sql`c.received_at`,
  promised: Prisma.sql`c.promised_by`,
  closed: Prisma.sql`c.closed_at`,
}

/** A queue of a district has those of the districts that it came out of; what is counted is counted by the district that a case has. */
function placeOf(filters: QueueFilters): Prisma.Sql[] {
  const { district } = filters
  if (district === undefined) return []
  if (district === nowhere) return [Prisma.sql`c.district IS NULL`]
  const covered = isCounted(filters) ? [district] : [...coveredFrom([district])]
  const [only] = covered
  // One by itself, so that an index by district gives them in its order.
  return [covered.length === 1 ? Prisma.sql`c.district = ${only}` : Prisma.sql`c.district = ANY (${covered})`]
}

/** Which of them by what was done with them: what is not done with, unless a status or a set says otherwise; of months everything. */
function statusOf(filters: QueueFilters): Prisma.Sql {
  const { status, set } = filters
  const every = [
    ...(status ? [Prisma.sql`c.status = ${status}`] : []),
    // Counted so as well, and found so by the index of what is not done with.
    ...(set === undefined || isOfClosed(set) ? [] : [inQueue]),
    ...(set === undefined ? [] : [isInSet(set)]),
  ]
  if (every.length > 0) return Prisma.join(every, ' AND ')
  return monthsIn(filters) === null ? inQueue : Prisma.sql`true`
}

/** What narrows a queue to somebody's own: what they put off is out of every list but one and those that are counted, and what is new to them. */
function own(filters: QueueFilters, actor: Actor): Prisma.Sql[] {
  const putOff = isPutOff(actor)
  const listed = isCounted(filters) ? [] : [Prisma.sql`NOT ${putOff}`]
  return [...(filters.snoozed ? [putOff] : listed), ...(filters.fresh ? [isNewTo(actor)] : [])]
}

/** Why a case has its risk is for whoever may open it, also by what it is listed among. That a message said danger is for all. */
function whyOf({ set }: QueueFilters, actor: Actor): Prisma.Sql[] {
  return set === 'danger'
    ? [Prisma.sql`(${isDanger} OR ${visibleCases(actor, 'open', policyContext())})`]
    : []
}
