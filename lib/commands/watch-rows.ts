import 'server-only'
import { z } from 'zod'
import { deskDb } from '@/lib/db/client'
import { clockKinds } from '@/lib/domain/clocks/clock-rules'
import { risks } from '@/lib/domain/words'

const risk = z.number().transform((rank) => risks[rank] ?? 'low')
const kind = z.enum(clockKinds)

const unreckoned = z.array(
  z.object({ id: z.string(), kind, startedAt: z.date(), riskRank: z.number(), risk }),
)
const due = z.array(
  z.object({ id: z.string(), kind, startedAt: z.date(), dueAt: z.date(), warnedAt: z.date().nullable() }),
)
const time = z.string().transform((text) => new Date(text))
const watched = z.array(
  z.object({
    id: z.string(),
    risk,
    receivedAt: z.date(),
    promisedBy: z.date(),
    firstOpenedAt: z.date().nullable(),
    unroutedAt: z.date().nullable(),
    brokenAt: z.partialRecord(kind, time),
    raised: z.array(z.object({ rule: z.string(), at: time, open: z.boolean() })),
    riskRules: z.array(z.string()),
    controlRoomTold: z.boolean(),
  }),
)
const missed = z.array(z.object({ id: z.string(), since: z.date() }))
const replies = z.array(z.object({ id: z.string(), risk, since: z.date() }))

/** A clock whose time is to be reckoned. */
export type UnreckonedClock = z.infer<typeof unreckoned>[number]
/** A clock that may be near its time or past it. */
export type DueClock = z.infer<typeof due>[number]
/** What is told of a clock. */
export interface ClockNote {
  readonly id: string
  readonly what: 'clock-near' | 'clock-broken'
}
/** A case about which a supervisor may have to know something, and what they were told before. */
export type WatchedCase = z.infer<typeof watched>[number]

/** A case that is closed, and since when a message waits for an answer. */
type ClosedReply = z.infer<typeof replies>[number]

/** Clocks that run and have no time yet, some of them. For the job, with nobody signed in, as is everything here. */
export async function clocksToReckon(limit: number): Promise<readonly UnreckonedClock[]> {
  return unreckoned.parse(
    await deskDb().$queryRaw`
      SELECT id::text, kind, started_at AS "startedAt", risk_rank AS "riskRank", risk_rank AS risk
        FROM clocks_to_reckon(${limit}::integer)`,
  )
}

/** Sets the times of clocks that are still as they were seen. Gives how many. */
export async function reckonClocks(
  clocks: readonly (Omit<UnreckonedClock, 'kind' | 'risk'> & { readonly dueAt: Date })[],
): Promise<number> {
  const rows = clocks.map(({ id, startedAt, riskRank, dueAt }) => ({
    ...{ id, started_at: startedAt, risk_rank: riskRank, due_at: dueAt },
  }))
  const [row] = await deskDb().$queryRaw<{ count: number }[]>`
    SELECT reckon_clocks(${JSON.stringify(rows)}::jsonb) AS count`
  return row?.count ?? 0
}

/** Running clocks that may be near or past their time at `at` and were not told of, in the order of their ids after `after`. */
export async function clocksDue(at: Date, after: string | null, limit: number): Promise<readonly DueClock[]> {
  return due.parse(
    await deskDb().$queryRaw`
      SELECT id::text, kind, started_at AS "startedAt", due_at AS "dueAt", warned_at AS "warnedAt"
        FROM clocks_due(${at}::timestamptz, ${after}::uuid, ${limit}::integer)`,
  )
}

/** Notes of clocks, in the history of their cases and the audit, that they are near their time or past it. Gives how many. */
export async function noteClocks(notes: readonly ClockNote[], at: Date): Promise<number> {
  const [row] = await deskDb().$queryRaw<{ count: number }[]>`
    SELECT note_clocks(${JSON.stringify(notes)}::jsonb, ${at}::timestamptz) AS count`
  return row?.count ?? 0
}

/** Open cases about which a supervisor may have to know something, in the order of their ids after `after`. */
export async function casesToEscalate(after: string | null, limit: number): Promise<readonly WatchedCase[]> {
  return watched.parse(
    await deskDb().$queryRaw`
      SELECT id::text, risk_rank AS risk, received_at AS "receivedAt", promised_by AS "promisedBy",
             first_opened_at AS "firstOpenedAt", unrouted_at AS "unroutedAt", broken AS "brokenAt", raised,
             risk_rules AS "riskRules", control_room_told AS "controlRoomTold"
        FROM cases_to_escalate(${after}::uuid, ${limit}::integer)`,
  )
}

/** Closed cases whose reporter wrote since, and from when on nobody has answered. */
export async function repliesAfterClosing(): Promise<readonly ClosedReply[]> {
  return replies.parse(
    await deskDb().$queryRaw`SELECT id::text, risk_rank AS risk, since FROM replies_after_closing()`,
  )
}

/** Cases of which somebody was to be rung back by `at` and nobody said what came of it, of which supervisors do not know yet, and since when. */
export async function callBacksMissed(at: Date): Promise<z.infer<typeof missed>> {
  return missed.parse(
    await deskDb().$queryRaw`SELECT id::text, since FROM call_backs_missed(${at}::timestamptz)`,
  )
}

/** Tells supervisors of a case by a rule that holds since `since`. Whether they were not told before. */
export async function raiseEscalation(caseId: string, rule: string, since: Date, at: Date): Promise<boolean> {
  const [row] = await deskDb().$queryRaw<{ raised: boolean }[]>`
    SELECT raise_escalation(${caseId}::uuid, ${rule}, ${since}::timestamptz, ${at}::timestamptz) AS raised`
  return row?.raised === true
}

/** What a rule asked for has been done: nobody has to settle it. */
export async function passEscalation(caseId: string, rule: string, at: Date): Promise<boolean> {
  const [row] = await deskDb().$queryRaw<{ passed: boolean }[]>`
    SELECT pass_escalation(${caseId}::uuid, ${rule}, ${at}::timestamptz) AS passed`
  return row?.passed === true
}
