import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { nowhere } from '@/lib/domain/queue-filters'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { caseStatuses, channels, risks, submissionKinds } from '@/lib/domain/words'
import { controlRoomTold } from './control-room-told'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

export const pageSize = 50

const time = z.string().transform((text) => new Date(text))
const queueRow = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.enum(submissionKinds),
  channel: z.enum(channels),
  district: z.string().nullable(),
  strands: z.array(z.string()),
  languages: z.array(z.string()),
  excludedDistricts: z.array(z.string()),
  conflictedIds: z.array(z.string()),
  status: z.enum(caseStatuses),
  risk: z.enum(risks),
  riskRules: z.array(z.string()),
  wantsOfficer: z.boolean(),
  restricted: z.boolean(),
  receivedAt: time,
  promisedBy: time,
  firstOpenedAt: time.nullable(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  messageWaiting: z.boolean(),
  slowLane: z.boolean(),
  mayOpen: z.boolean(),
  controlRoomTold: z.boolean(),
  version: z.number(),
})
const counts = z.object({
  open: z.number(),
  mine: z.number(),
  nobody: z.number(),
  waiting: z.number(),
  late: z.number(),
  sealed: z.number(),
})
const answer = z.object({ rows: z.array(queueRow), total: z.number(), counts })

export type QueueRow = z.infer<typeof queueRow>
export type QueueCounts = z.infer<typeof counts>

/** What came in a flood comes behind the rest of its risk; nothing that is urgent does. */
const order = Prisma.sql`done, risk_rank, slow_lane AND risk_rank > 0, promised_by, reference`

/** The last word is the reporter's. A closed case with one is listed among the open ones until somebody answers. */
const messageWaiting = Prisma.sql`(c.last_message_from IS NOT DISTINCT FROM 'reporter')`

/**
 * One page of the queue, the counts beside it and how many match: those of the cases `actor` may see, the most urgent
 * first. Sealed ones are a list and a count of their own, in no other. One round trip. `size` is rows to a page; `among` are references, where only those are wanted, whatever their status.
 */
export async function listQueue(
  actor: Actor,
  filters: QueueFilters,
  size = pageSize,
  among: readonly string[] | null = null,
): Promise<z.infer<typeof answer>> {
  const at = now()
  const force = currentForce()
  const context = policyContext()
  const offset = (filters.page - 1) * pageSize
  const query = Prisma.sql`
    WITH visible AS (
      SELECT c.*, a.name AS assignee_name, ${messageWaiting} AS message_waiting,
             coalesce(${visibleCases(actor, 'open', context)}, false) AS may_open,
             c.status = 'closed' AND NOT ${messageWaiting} AS done
        FROM "case" c LEFT JOIN account a ON a.id = c.assignee_id
       WHERE c.force = ${force.id} AND ${visibleCases(actor, 'see-headline', context)}
    ), found AS (
      SELECT * FROM visible c WHERE ${among === null ? matches(filters, actor) : Prisma.sql`c.reference = ANY(${[...among]}::text[])`}
    ), page AS (
      SELECT * FROM found ORDER BY ${order} LIMIT ${size} OFFSET ${offset}
    )
    SELECT json_build_object(
      'total', (SELECT count(*) FROM found),
      'counts', (SELECT json_build_object(
        'open', count(*), 'mine', count(*) FILTER (WHERE assignee_id = ${actor.id}::uuid),
        'nobody', count(*) FILTER (WHERE assignee_id IS NULL),
        'waiting', count(*) FILTER (WHERE status = 'awaiting-contact'),
        'late', count(*) FILTER (WHERE status IN ('new', 'assigned') AND promised_by < ${at}),
        'sealed', (SELECT count(*) FROM visible WHERE status <> 'closed' AND restricted)
      ) FROM visible WHERE status <> 'closed' AND NOT restricted),
      'rows', coalesce((SELECT json_agg(json_build_object(
        'id', id, 'reference', reference, 'kind', kind, 'channel', channel, 'district', district, 'strands', strands,
        'languages', languages, 'excludedDistricts', excluded_districts, 'conflictedIds', conflicted_ids,
        'version', version,
        'status', status, 'risk', (ARRAY['high', 'medium', 'low'])[risk_rank + 1], 'riskRules', risk_rules,
        'wantsOfficer', wants_officer, 'restricted', restricted, 'receivedAt', received_at, 'promisedBy', promised_by,
        'firstOpenedAt', first_opened_at, 'assigneeId', assignee_id, 'assigneeName', assignee_name,
        'messageWaiting', message_waiting, 'slowLane', slow_lane, 'mayOpen', may_open, 'controlRoomTold', EXISTS (
          SELECT FROM case_event e WHERE e.case_id = page.id AND e.type = ${controlRoomTold}
        )
      ) ORDER BY ${order}) FROM page), '[]')
    ) AS answer`
  const [row] = await asActor(actor, (tx) => tx.$queryRaw<[{ answer: unknown }]>(query))
  return answer.parse(row.answer)
}

function matches(filters: QueueFilters, actor: Actor): Prisma.Sql {
  const every = [filters.status ? Prisma.sql`c.status = ${filters.status}` : Prisma.sql`NOT c.done`]
  every.push(filters.sealed === 'yes' ? Prisma.sql`c.restricted` : Prisma.sql`NOT c.restricted`)
  if (filters.district === nowhere) every.push(Prisma.sql`c.district IS NULL`)
  else if (filters.district) every.push(Prisma.sql`c.district = ${filters.district}`)
  if (filters.strand) every.push(Prisma.sql`${filters.strand} = ANY(c.strands)`)
  if (filters.kind) every.push(Prisma.sql`c.kind = ${filters.kind}`)
  if (filters.risk) every.push(Prisma.sql`c.risk_rank = ${risks.indexOf(filters.risk)}`)
  if (filters.lane) every.push(Prisma.sql`c.slow_lane = ${filters.lane === 'slow'}`)
  if (filters.holder === 'mine') every.push(Prisma.sql`c.assignee_id = ${actor.id}::uuid`)
  if (filters.holder === 'nobody') every.push(Prisma.sql`c.assignee_id IS NULL`)
  if (filters.find) {
    const like = `%${filters.find.replace(/[\\%_]/gu, '\\$&')}%`
    every.push(Prisma.sql`(c.reference ILIKE ${like} OR c.assignee_name ILIKE ${like})`)
  }
  return Prisma.join(every, ' AND ')
}
