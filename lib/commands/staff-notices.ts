import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { deskDb } from '@/lib/db/client'
import type { DeskNotice, NoticeMailbox } from '@/lib/domain/outbound/desk-notices'
import { letterChoices } from '@/lib/domain/outbound/staff-letters'
import { roles } from '@/lib/domain/words'
import { sealOutbound } from '@/lib/sealing/outbound-box'
import { boxRow } from './intake-rows'

/*
 * For the job that writes to staff of what is about no one case. Nobody is signed in: the database refuses whoever is.
 */

const rows = z.array(
  z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(roles),
    letters: z.enum(letterChoices),
    quietFrom: z.number().nullable(),
    quietUntil: z.number().nullable(),
    since: z.date(),
    wantsFigures: z.boolean().nullable(),
    wantsStuck: z.boolean().nullable(),
    toldFigures: z.string().nullable(),
    toldStuck: z.string().nullable(),
  }),
)

/** Somebody with an account that is open. */
export interface StaffMailbox extends NoticeMailbox {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** Everybody with an account that is open, and of what they were written last. */
export async function staffMailboxes(): Promise<readonly StaffMailbox[]> {
  const found = await deskDb().$queryRaw`
    SELECT account_id::text AS id, email, name, role, letters, quiet_from AS "quietFrom", quiet_until AS "quietUntil", since,
           wants_figures AS "wantsFigures", wants_stuck AS "wantsStuck", told_figures::text AS "toldFigures", told_stuck::text AS "toldStuck"
      FROM staff_mailboxes()`
  return rows.parse(found).map(({ quietFrom: from, quietUntil: until, ...one }) => ({
    ...one,
    quiet: from === null || until === null ? null : { from, until },
    chosen: { figures: one.wantsFigures, stuck: one.wantsStuck },
    told: { figures: one.toldFigures, stuck: one.toldStuck },
  }))
}

/** A month of which figures are told, as its first day, and since when. */
export interface ToldMonth {
  readonly month: string
  readonly at: Date
}

/** The last month of which figures are told; null where there are none. */
export async function lastToldMonth(): Promise<ToldMonth | null> {
  const [row] = await deskDb().$queryRaw<ToldMonth[]>`
    SELECT last_month::text AS month, min(published_at) AS at FROM figure
     WHERE by = 'all' AND NOT whole GROUP BY last_month ORDER BY last_month DESC LIMIT 1`
  return row ?? null
}

/**
 * Puts a notice to somebody in the outbox, once for its month or week; without words it is noted that there was nothing to tell. False where that
 * was done already.
 */
export async function writeStaffNotice(
  { id: accountId, email: to }: StaffMailbox,
  { notice, period }: { readonly notice: DeskNotice; readonly period: string },
  words: { readonly subject: string; readonly text: string } | null,
  at: Date,
): Promise<boolean> {
  const id = randomUUID()
  const told = { id, account_id: accountId, purpose: notice, period, made_at: at }
  const row = words === null ? told : { ...told, told: [], box: boxRow(await boxOf(words), at) }
  const [written] = await deskDb().$queryRaw<{ written: boolean }[]>`
    SELECT write_staff_notice(${JSON.stringify(row)}::jsonb) AS written`
  return written?.written === true

  function boxOf(said: { readonly subject: string; readonly text: string }) {
    return sealOutbound({ id, way: 'email', about: accountId }, { ...said, to, plan: null })
  }
}
