import 'server-only'
import { Prisma } from '@/lib/db/generated/client'

/*
 * What a case has of those merged into it, as SQL about a row of `"case" c`: until they are closed, they are answered for in the one they go on in.
 */

/** The cases merged into one that are not closed, as `m`. */
const mergedIn = Prisma.sql`"case" m WHERE m.goes_on_in_id = c.id AND m.status <> 'closed'`

/** When a message called something danger: its own, or of a case merged into it. */
export const dangerAt = Prisma.sql`coalesce(c.danger_at, (SELECT min(m.danger_at) FROM ${mergedIn}))`

/** Whether any did. */
export const isDanger = Prisma.sql`(c.danger_at IS NOT NULL OR EXISTS (SELECT FROM ${mergedIn} AND m.danger_at IS NOT NULL))`

/** The last word is the reporter's. A closed case with one is listed among the open ones until somebody answers. */
export const ownMessageWaiting = Prisma.sql`(c.last_message_from IS NOT DISTINCT FROM 'reporter')`

/** The same, or that of a case merged into it. */
export const messageWaiting = Prisma.sql`(${ownMessageWaiting} OR EXISTS (SELECT FROM ${mergedIn} AND m.last_message_from = 'reporter'))`

/** The ids of it and of those. */
export const idsWithMerged = Prisma.sql`(ARRAY(SELECT m.id FROM ${mergedIn}) || c.id)`
