import 'server-only'
import { now } from '@/lib/adapters/clock'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { Prisma } from '@/lib/db/generated/client'
import { noOffence } from '@/lib/domain/offence'
import { ageBands, contactWithinDays, isOfClosed, rulesLookedAtDays } from '@/lib/domain/work-sets'
import type { WorkSet } from '@/lib/domain/work-sets'
import { submissionKinds } from '@/lib/domain/words'
import { idsWithMerged, isDanger, controlRoomUnseen, messageWaiting } from './merged-cases'

const day = 24 * 3_600_000
const before = (days: number) => new Date(now().getTime() - days * day)

/**
 * Which rows of `"case" c` are in a set, as a condition: open ones; those whose answer is waited for may be closed, and in one set all are. Danger,
 * answers and calls of a merged case are looked for in the one that it goes on in; its clocks stand still and its tasks are its own.
 */
export function isInSet(set: WorkSet): Prisma.Sql {
  if (set === 'answer-waited') return conditions[set]()
  return isOfClosed(set)
    ? Prisma.sql`(c.status = 'closed' AND ${conditions[set]()})`
    : Prisma.sql`(c.status <> 'closed' AND ${conditions[set]()})`
}

/** Of a clock that runs and is not a supervisor's own. */
const runs = Prisma.sql`k.case_id = c.id AND k.ended_at IS NULL AND k.paused_at IS NULL AND k.kind <> 'review'`

const conditions: Readonly<Record<WorkSet, () => Prisma.Sql>> = {
  open: () => Prisma.sql`true`,
  // A message said so, or what was sent, of which the control room was not told.
  danger: () => Prisma.sql`(${isDanger} OR ${controlRoomUnseen.own} OR ${controlRoomUnseen.merged})`,
  unopened: () => Prisma.sql`c.first_opened_at IS NULL`,
  nobody: () => Prisma.sql`c.assignee_id IS NULL AND c.offered_to_id IS NULL`,
  'answer-waited': () => messageWaiting,
  'call-back-late': () => Prisma.sql`EXISTS (
    SELECT FROM case_call_back b WHERE b.case_id = ANY(${idsWithMerged}) AND b.ended_at IS NULL AND b.ends_at < ${now()})`,
  'task-late': () => Prisma.sql`EXISTS (
    SELECT FROM case_task k WHERE k.case_id = c.id AND k.done_at IS NULL AND k.due_on < ${today()}::date)`,
  // The last answer to whoever asked to close it was no.
  'closing-returned': () => Prisma.sql`(
    SELECT r.outcome FROM closure_request r WHERE r.case_id = c.id ORDER BY r.asked_at DESC, r.id LIMIT 1) = 'refused'`,
  late: () => Prisma.sql`EXISTS (SELECT FROM case_clock k WHERE ${runs} AND k.due_at < ${now()})`,
  'due-today': () => Prisma.sql`EXISTS (
    SELECT FROM case_clock k WHERE ${runs} AND k.due_at >= ${now()} AND k.due_at < ${before(-1)})`,
  // A message, a call, or what else the clock of the first contact ends with.
  'no-attempt': () => Prisma.sql`c.promised_by < ${now()} AND EXISTS (
    SELECT FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'first-contact' AND k.ended_at IS NULL)`,
  week: () => isAged('week'),
  month: () => isAged('month'),
  quarter: () => isAged('quarter'),
  older: () => isAged('older'),
  'no-strand': () => Prisma.sql`c.kind = 'report' AND c.strands = '{}'`,
  'no-district': () => Prisma.sql`c.district IS NULL`,
  'no-contact': () => Prisma.sql`c.received_at < ${before(contactWithinDays)} AND NOT ${isContacted}`,
  // Its ending says that a crime was recorded, and nobody who can has said which.
  'no-crime':
    () => Prisma.sql`c.closed_at > ${before(rulesLookedAtDays)} AND (c.offence_group IS NULL OR c.offence_group = ${noOffence})
    AND c.disposition = ANY (${crimeEndings()}::text[]) AND c.goes_on_in_id IS NULL AND c.erased_at IS NULL`,
  'against-rules': () => Prisma.sql`c.id = ANY (ARRAY(${endedAgainstRules()}))`,
}

/** Somebody tried to reach them, whatever came of it, or wrote to them. */
const isContacted = Prisma.sql`EXISTS (
  SELECT FROM case_event e WHERE e.case_id = c.id AND e.type IN ('contact-recorded', 'message-sent', 'letter-written'))`

/**
 * Cases that ended lately in a way that was not to be chosen for their kind on that day: of each ending and kind those closed in the days it was not
 * for. So nothing is read of the many that ended as they should: OFFSET 0 holds PostgreSQL to looking by ending, kind and time, each by itself.
 */
function endedAgainstRules(): Prisma.Sql {
  const startOf = (day: Prisma.Sql) => Prisma.sql`(${day})::timestamp AT TIME ZONE ${currentForce().timeZone}`
  return Prisma.sql`
    SELECT x.id FROM record_type y
      CROSS JOIN unnest(${[...submissionKinds]}::text[]) AS of(kind)
      CROSS JOIN LATERAL (SELECT y.approved IS TRUE AND of.kind = ANY (y.kinds) AS open) rule
      CROSS JOIN LATERAL (VALUES
        ('-infinity'::timestamptz, CASE WHEN rule.open THEN ${startOf(Prisma.sql`y.from_day`)} ELSE 'infinity' END),
        (CASE WHEN rule.open THEN ${startOf(Prisma.sql`y.until_day + 1`)} END, 'infinity'::timestamptz)) AS shut(since, before)
      CROSS JOIN LATERAL (
        SELECT m.id FROM "case" m WHERE m.record_type_id = y.id AND m.kind = of.kind AND m.closed_at > ${before(rulesLookedAtDays)}
           AND m.closed_at >= shut.since AND m.closed_at < shut.before OFFSET 0) x`
}

const crimeEndings = () =>
  currentForce().dispositions.flatMap(({ id, asksCrime }) => (asksCrime === true ? [id] : []))

function isAged(band: keyof typeof ageBands): Prisma.Sql {
  const [from, to] = ageBands[band]
  const younger = to === null ? Prisma.sql`true` : Prisma.sql`c.received_at > ${before(to)}`
  return Prisma.sql`c.received_at <= ${before(from)} AND ${younger}`
}
