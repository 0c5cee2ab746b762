import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { deskDb } from '@/lib/db/client'
import { letterChoices, newsReasons } from '@/lib/domain/outbound/staff-letters'
import type { DeskMailbox, DueLetter } from '@/lib/domain/outbound/staff-letters'
import { sealOutbound } from '@/lib/sealing/outbound-box'
import { boxRow } from './intake-rows'

/*
 * For the job that writes to staff. Nobody is signed in: the database refuses whoever is.
 */

const rows = z.array(
  z.object({
    accountId: z.string(),
    email: z.string(),
    letters: z.enum(letterChoices),
    quietFrom: z.number().nullable(),
    quietUntil: z.number().nullable(),
    digestAt: z.date().nullable(),
    caseId: z.string(),
    reference: z.string(),
    reason: z.enum(newsReasons),
    since: z.date(),
    told: z.boolean(),
  }),
)

/** Somebody at the desk for whom something waits. */
export interface Recipient extends DeskMailbox {
  readonly accountId: string
  readonly email: string
}

/** Everybody for whom something waits, and what. */
export async function staffNews(at: Date): Promise<readonly Recipient[]> {
  const found = rows.parse(
    await deskDb().$queryRaw`
      SELECT account_id::text AS "accountId", email, letters, quiet_from AS "quietFrom", quiet_until AS "quietUntil",
             digest_at AS "digestAt", case_id::text AS "caseId", reference, reason, since, told
        FROM staff_news(${at}::timestamptz)`,
  )
  return [...Map.groupBy(found, ({ accountId }) => accountId).values()].flatMap((news) => {
    const [first] = news
    if (first === undefined) return []
    const { accountId, email, letters, quietFrom: from, quietUntil: until, digestAt } = first
    const quiet = from === null || until === null ? null : { from, until }
    return [{ accountId, email, letters, quiet, digestAt, news }]
  })
}

/** Puts a letter to somebody at the desk in the outbox. False where they were told of all of it meanwhile. */
export async function writeStaffLetter(
  { accountId, email: to }: Recipient,
  { purpose, news, notSince }: DueLetter,
  words: { readonly subject: string; readonly text: string },
  at: Date,
): Promise<boolean> {
  const id = randomUUID()
  const box = await sealOutbound({ id, way: 'email', about: accountId }, { ...words, to, plan: null })
  const row = {
    ...{ id, account_id: accountId, purpose, made_at: at, not_since: notSince, box: boxRow(box, at) },
    told: news.map(({ caseId, reason, since }) => ({ case_id: caseId, reason, since })),
  }
  const [written] = await deskDb().$queryRaw<{ written: boolean }[]>`
    SELECT write_staff_letter(${JSON.stringify(row)}::jsonb) AS written`
  return written?.written === true
}
