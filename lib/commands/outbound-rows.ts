import 'server-only'
import { z } from 'zod'
import { deskDb } from '@/lib/db/client'
import { outboundWays } from '@/lib/domain/outbound/letter'

/*
 * For the job that sends. Nobody is signed in: the database refuses whoever is.
 */

const claimed = z.object({
  id: z.string(),
  way: z.enum(outboundWays),
  purpose: z.string(),
  caseId: z.string().nullable(),
  accountId: z.string().nullable(),
  tries: z.number(),
  /** It was tried before. */
  again: z.boolean(),
  /** Why it is to be sent no more. */
  stop: z.string().nullable(),
  box: z.unknown(),
})
const sent = z.array(
  z.object({ id: z.string(), way: z.enum(outboundWays), ref: z.string(), sentAt: z.date() }),
)

/** A letter that this process, and no other, tries to send now. */
export type ClaimedLetter = z.infer<typeof claimed>
/** A letter that a provider took. */
export type SentLetter = z.infer<typeof sent>[number]

/** What became of a try. `waiting`: again at `nextAt`. */
export type Became =
  | { readonly state: 'sent'; readonly ref: string | null }
  | { readonly state: 'waiting'; readonly reason: string; readonly nextAt: Date }
  | { readonly state: 'failed' | 'stopped'; readonly reason: string }

/** Claims what is due to be sent, some of it. */
export async function claimOutbound(at: Date, limit: number): Promise<readonly ClaimedLetter[]> {
  const rows = await deskDb().$queryRaw<{ found: unknown }[]>`
    SELECT found FROM claim_outbound(${at}::timestamptz, ${limit}::integer) AS found`
  return z.array(claimed).parse(rows.map(({ found }) => found))
}

/** Notes what became of a try. False where somebody else has tried since. */
export async function noteOutbound({ id, tries }: ClaimedLetter, became: Became, at: Date): Promise<boolean> {
  const row = {
    state: became.state,
    ...('reason' in became ? { reason: became.reason } : {}),
    ...('nextAt' in became ? { next_at: became.nextAt } : {}),
    ...('ref' in became ? { provider_ref: became.ref } : {}),
  }
  const [noted] = await deskDb().$queryRaw<{ noted: boolean }[]>`
    SELECT note_outbound(${id}::uuid, ${tries}::integer, ${JSON.stringify(row)}::jsonb, ${at}::timestamptz) AS noted`
  return noted?.noted === true
}

/** What providers took and are to be asked of, some of it. */
export async function outboundToFollow(at: Date, limit: number): Promise<readonly SentLetter[]> {
  return sent.parse(
    await deskDb().$queryRaw`
      SELECT id::text, way, provider_ref AS ref, sent_at AS "sentAt"
        FROM outbound_to_follow(${at}::timestamptz, ${limit}::integer)`,
  )
}

/** Notes what a provider says of one it took: null, nothing yet, and when to ask again. */
export async function noteDelivery(
  id: string,
  known: {
    readonly state: 'delivered' | 'failed' | null
    readonly reason: string | null
    readonly nextAt: Date
  },
  at: Date,
): Promise<void> {
  await deskDb().$queryRaw`
    SELECT note_delivery(${id}::uuid, ${known.state}, ${known.reason}, ${known.nextAt}::timestamptz, ${at}::timestamptz)`
}
