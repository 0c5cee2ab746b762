import 'server-only'
import { z } from 'zod'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { answersIn } from '@/lib/domain/offers/answers-in'
import type { OfferAnswers } from '@/lib/domain/offers/answers-in'
import type { Actor } from '@/lib/domain/policy'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { caseStatuses, channels, risks, submissionKinds } from '@/lib/domain/words'
import { countsOf, queueCounts } from './count-queue'
import { controlRoomTold } from './control-room-told'
import { firstDue } from './first-due'
import { storedClock, timed } from './list-clocks'
import { controlRoomUntold, dangerAt, messageWaiting, ownMessageWaiting } from './merged-cases'
import { isNarrowedTo } from './narrowed-queue'
import { countsIn, foundIn, orderOf, pastOf } from './newest-of-past'
import { isNewTo } from './own-queue'
import { policyContext } from './policy-context'
import { isRungSoon } from './rung-soon'
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
  possibleConflictIds: z.array(z.string()),
  offeredToId: z.string().nullable(),
  offeredToName: z.string().nullable(),
  answers: z.array(
    z.object({ accountId: z.string(), outcome: z.string().nullable(), reason: z.string().nullable() }),
  ),
  status: z.enum(caseStatuses),
  risk: z.enum(risks),
  riskRules: z.array(z.string()),
  wantsOfficer: z.boolean(),
  restricted: z.boolean(),
  receivedAt: time,
  closedAt: time.nullable(),
  promisedBy: time,
  firstOpenedAt: time.nullable(),
  clocks: z.array(storedClock),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  messageWaiting: z.boolean(),
  dangerAt: time.nullable(),
  withdrawn: z.boolean(),
  slowLane: z.boolean(),
  isNew: z.boolean(),
  taskLate: z.boolean(),
  callBack: z
    .object({ from: time, until: time, setAt: time, planChanged: z.boolean(), of: z.string().nullable() })
    .nullable(),
  mayOpen: z.boolean(),
  controlRoomTold: z.boolean(),
  mergedUntold: z.boolean(),
  version: z.number(),
})
const answer = z.object({
  rows: z.array(queueRow),
  /** How many are listed. */
  total: z.number(),
  /** True when there are older ones that are not. */
  more: z.boolean(),
  counts: queueCounts,
})

export type QueueRow = Omit<z.infer<typeof queueRow>, 'answers'> &
  OfferAnswers & {
    /** When the first of its clocks is due. */
    readonly dueAt: Date | null
  }

/** A case of the page, and those merged into it. What is looked up for each stands behind `OFFSET 0`: otherwise all there is would be read and compared. */
const withMerged = Prisma.sql`(
  SELECT page.id, page.plan_version, NULL AS merged
   UNION ALL SELECT m.id, m.plan_version, m.reference FROM "case" m WHERE m.goes_on_in_id = page.id AND m.status <> 'closed')`

/** What runs for it. What was promised to the reporter of a case merged into it, too: that clock stands still, the promise does not. */
const clocks = Prisma.sql`(
  SELECT json_agg(json_build_object('kind', k.kind, 'startedAt', k.started_at, 'dueAt', k.due_at,
           'pausedAt', CASE WHEN o.merged IS NULL THEN k.paused_at END,
           'dutyAt', k.duty_at, 'beyondTarget', k.beyond_target, 'asked', k.asked, 'reach', k.reach))
    FROM ${withMerged} o CROSS JOIN LATERAL (SELECT k.* FROM case_clock k WHERE k.case_id = o.id AND k.ended_at IS NULL OFFSET 0) k
   WHERE (o.merged IS NULL OR k.pause = 'merged' AND k.kind <> 'review' AND k.due_at IS NOT NULL))`

/** When they are rung back next: of the case, or of one merged into it, and then of which. */
const callBack = Prisma.sql`(
  SELECT json_build_object('from', b.starts_at, 'until', b.ends_at, 'setAt', e.at, 'planChanged', b.plan_version <> o.plan_version,
           'of', o.merged)
    FROM ${withMerged} o CROSS JOIN LATERAL (SELECT b.* FROM case_call_back b WHERE b.case_id = o.id AND b.ended_at IS NULL OFFSET 0) b
    JOIN case_event e ON e.id = b.id
   ORDER BY b.ends_at LIMIT 1)`

/** A row of the page, as what is read of it has it. */
const rowOf = (day: string) => Prisma.sql`json_build_object(
    'id', id, 'reference', reference, 'kind', kind, 'channel', channel, 'district', district, 'strands', strands,
    'languages', languages, 'excludedDistricts', excluded_districts, 'conflictedIds', conflicted_ids,
    'possibleConflictIds', possible_conflict_ids, 'offeredToId', offered_to_id, 'offeredToName', offered_to_name,
    'answers', coalesce((
      SELECT json_agg(json_build_object('accountId', o.account_id, 'outcome', o.outcome, 'reason', o.reason))
        FROM answers_to_offers(page.id) o WHERE page.assignee_id IS NULL AND page.status <> 'closed'
    ), '[]'), 'version', version,
    'status', status, 'risk', (ARRAY['high', 'medium', 'low'])[risk_rank + 1], 'riskRules', risk_rules,
    'wantsOfficer', wants_officer, 'restricted', restricted, 'receivedAt', received_at, 'closedAt', closed_at, 'promisedBy', promised_by,
    'firstOpenedAt', first_opened_at, 'assigneeId', assignee_id, 'assigneeName', assignee_name,
    'messageWaiting', message_waiting, 'dangerAt', urgent_at, 'withdrawn', status <> 'closed' AND withdrawn_since(page.id) IS NOT NULL,
    'clocks', coalesce(${clocks}, '[]'), 'slowLane', slow_lane, 'isNew', is_new, 'taskLate', EXISTS (
      SELECT FROM case_task k WHERE k.case_id = page.id AND k.done_at IS NULL AND k.due_on < ${day}::date
    ), 'callBack', ${callBack}, 'mayOpen', may_open, 'controlRoomTold', EXISTS (
      SELECT FROM case_event e WHERE e.case_id = page.id AND e.type = ${controlRoomTold}
    ), 'mergedUntold', merged_untold
  )`

/**
 * One page of the queue, the counts beside it and how many match: those of the cases `actor` may see, the most urgent
 * first; of what is past the newest, after what is not done with. Sealed ones are a list and a count of their own, in no other. One round trip. `size` is rows to a page; `among` are references, where only those are wanted, whatever their status.
 */
export async function listQueue(
  actor: Actor,
  filters: QueueFilters,
  size = pageSize,
  among: readonly string[] | null = null,
): Promise<Omit<z.infer<typeof answer>, 'rows'> & { readonly rows: QueueRow[] }> {
  const context = policyContext()
  const offset = (filters.page - 1) * pageSize
  const past = among === null ? pastOf(filters) : null
  const order = orderOf(past)
  const { total, more } = countsIn(past)
  const wanted =
    among === null ? isNarrowedTo(filters, actor) : Prisma.sql`c.reference = ANY(${[...among]}::text[])`
  const look = Prisma.sql`
      SELECT c.id, c.status = 'closed' AND NOT ${ownMessageWaiting} AS done, ${dangerAt} AS urgent_at, ${isRungSoon()} AS rings, c.risk_rank, c.slow_lane, c.promised_by, c.reference,
             c.closed_at, c.received_at
        FROM "case" c LEFT JOIN account a ON a.id = c.assignee_id
       WHERE c.force = ${currentForce().id} AND ${visibleCases(actor, 'see-headline', context)} AND ${wanted}`
  const query = Prisma.sql`
    WITH found AS (
      ${foundIn(look, past)}
    ), page AS (
      SELECT c.*, a.name AS assignee_name, asked.name AS offered_to_name, ${messageWaiting} AS message_waiting, listed.done, listed.urgent_at, listed.rings, ${isNewTo(actor)} AS is_new,
             coalesce(${visibleCases(actor, 'open', context)}, false) AS may_open, ${controlRoomUntold.merged} AS merged_untold
        FROM (SELECT id, done, urgent_at, rings FROM found ORDER BY ${order} LIMIT ${size} OFFSET ${offset}) listed
        JOIN "case" c ON c.id = listed.id LEFT JOIN account a ON a.id = c.assignee_id
        LEFT JOIN account asked ON asked.id = c.offered_to_id
    )
    SELECT json_build_object(
      'total', ${total},
      'more', ${more},
      'counts', (${countsOf(actor)}),
      'rows', coalesce((SELECT json_agg(${rowOf(today())} ORDER BY ${order}) FROM page), '[]')
    ) AS answer`
  const [row] = await asActor(actor, (tx) => tx.$queryRaw<[{ answer: unknown }]>(query))
  const { rows, ...counted } = answer.parse(row.answer)
  return {
    ...counted,
    rows: rows.map(({ answers, ...one }) => ({
      ...one,
      ...answersIn(answers),
      dueAt: firstDue(one, one.clocks),
      clocks: one.clocks.map((clock) => timed(clock, one.risk)),
    })),
  }
}
