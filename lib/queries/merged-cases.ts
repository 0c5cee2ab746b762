import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { EscalationRuleId } from '@/lib/domain/clocks/escalation-rules'
import { controlRoomRules } from '@/lib/domain/desk-alerts'
import { controlRoomTold } from './control-room-told'

const untold: EscalationRuleId = 'control-room-untold'

/*
 * What a case has of those merged into it, as SQL about a row of `"case" c`: until they are closed, they are answered for in the one they go on in.
 */

/** The cases merged into one that are not closed, as `m`. */
const mergedIn = Prisma.sql`"case" m WHERE m.goes_on_in_id = c.id AND m.status <> 'closed'`

/** When a message called something danger: its own, or of a case merged into it. */
export const dangerAt = Prisma.sql`coalesce(c.danger_at, (SELECT min(m.danger_at) FROM ${mergedIn}))`

/** Whether any did. */
export const isDanger = Prisma.sql`(c.danger_at IS NOT NULL OR EXISTS (SELECT FROM ${mergedIn} AND m.danger_at IS NOT NULL))`

/** The control room was told of a case. */
const isTold = (id: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM case_event t WHERE t.case_id = ${id} AND t.type = ${controlRoomTold})`

/** It was, or a supervisor said that they have seen to it. */
const isSeenTo = (id: Prisma.Sql) => Prisma.sql`(${isTold(id)} OR EXISTS (
  SELECT FROM escalation x WHERE x.case_id = ${id} AND x.rule = ${untold} AND x.settled_by_id IS NOT NULL))`

/** What was sent asks that the control room is told, and what ends that has not come: of the case, and of one merged into it. */
const asked = (isDone: (id: Prisma.Sql) => Prisma.Sql) => ({
  own: Prisma.sql`(c.status <> 'closed' AND c.risk_rules && ${[...controlRoomRules]}::text[] AND NOT ${isDone(Prisma.sql`c.id`)})`,
  merged: Prisma.sql`EXISTS (
  SELECT FROM ${mergedIn} AND m.risk_rules && ${[...controlRoomRules]}::text[] AND NOT ${isDone(Prisma.sql`m.id`)})`,
})

/** Nobody said that the control room was told. As `isControlRoomDue` has it. */
export const controlRoomUntold = asked(isTold)

/** Nor has a supervisor seen to it. */
export const controlRoomUnseen = asked(isSeenTo)

/** The last word is the reporter's. A closed case with one is listed among the open ones until somebody answers. */
export const ownMessageWaiting = Prisma.sql`(c.last_message_from IS NOT DISTINCT FROM 'reporter')`

/** The same, or that of a case merged into it. */
export const messageWaiting = Prisma.sql`(${ownMessageWaiting} OR EXISTS (SELECT FROM ${mergedIn} AND m.last_message_from = 'reporter'))`

/** The ids of it and of those. */
export const idsWithMerged = Prisma.sql`(ARRAY(SELECT m.id FROM ${mergedIn}) || c.id)`
