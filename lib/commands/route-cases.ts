import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { deskDb } from '@/lib/db/client'
import type { FreedReason } from '@/lib/domain/offers/rests-with'
import type { LapseReason } from '@/lib/domain/offers/offer'
import type { DecisionRecord } from '@/lib/domain/offers/decision-record'
import { promisedBy } from '@/lib/domain/promise'
import { risks } from '@/lib/domain/words'

/*
 * For the job that routes. Nobody is signed in: the database refuses whoever is.
 */

const time = z.string().transform((text) => new Date(text))
const officer = z.object({
  id: z.string(),
  accountId: z.string(),
  active: z.boolean(),
  districts: z.array(z.string()),
  languages: z.array(z.string()),
  specialisms: z.array(z.string()),
  trainingUntil: time.nullable(),
  openLimit: z.number(),
  openCases: z.number(),
  oneMore: z.boolean(),
  handingOver: z.boolean(),
  lastAssignedAt: time.nullable(),
  shifts: z.array(z.object({ startsAt: time, endsAt: time })),
})
const routable = z.object({
  id: z.string(),
  version: z.number(),
  district: z.string().nullable(),
  languages: z.array(z.string()),
  strands: z.array(z.string()),
  riskRules: z.array(z.string()),
  excludedDistricts: z.array(z.string()),
  namesExclusion: z.boolean(),
  wantsOfficer: z.boolean(),
  restricted: z.boolean(),
  /** When the first of its clocks is due, a supervisor's aside. */
  dueAt: time.nullable(),
  risk: z.enum(risks),
  /** From when the aim of the first contact runs, where more was promised than it. */
  aimedFrom: time.nullable(),
  /** Accounts. */
  conflictedIds: z.array(z.string()),
  possibleConflictIds: z.array(z.string()),
  declinedIds: z.array(z.string()),
  unansweredIds: z.array(z.string()),
})
const waiting = routable.extend({
  /** The rule of the last decision since the case is nobody's; null without one. */
  saidRule: z.string().nullable(),
  riskRank: z.number(),
  /** As the database says it, to the microsecond. */
  receivedAt: z.string(),
})
const offered = routable.extend({
  accountId: z.string(),
  dutyOver: z.enum(['duty-over', 'duty-too-short']).nullable(),
})
const held = routable.extend({
  accountId: z.string(),
  touchedAt: time.nullable(),
})

/** An officer as the job sees them, with the duty of yesterday and of some weeks ahead. */
export type RoutedOfficer = z.infer<typeof officer>

/** With when the force aims to have made the first contact, where more was promised. */
type Aimed<T> = T & { readonly aimedBy: Date | null }

/** A case nobody holds or is asked for. */
export type WaitingCase = Aimed<z.infer<typeof waiting>>
/** A case somebody is asked to take, and whether a duty of theirs has ended since. */
export type OfferedCase = Aimed<z.infer<typeof offered>>
/** A case an officer holds. */
export type HeldCase = Aimed<z.infer<typeof held>>

/** What to keep of one case: the account that is asked, or nobody. */
export interface Routing {
  readonly id: string
  readonly account: string | null
  readonly officer: string | null
  readonly decision: DecisionRecord
}

/** How many days of duty ahead are looked at: as far as somebody who is away for long may be back. */
const daysAhead = 60

/** Every officer, as they are now. */
export async function routingRota(): Promise<readonly RoutedOfficer[]> {
  const [row] = await deskDb().$queryRaw<
    [{ rota: unknown }]
  >`SELECT routing_rota(${now()}::timestamptz, ${daysAhead}::integer) AS rota`
  return z.array(officer).parse(row.rota)
}

/** Every offer that waits for an answer, the newest first. */
export async function openOffers(): Promise<readonly OfferedCase[]> {
  return found(
    offered,
    await deskDb().$queryRaw<Found[]>`SELECT found FROM open_offers(${now()}::timestamptz)`,
  )
}

/** Cases officers hold, but for those of accounts of whom it is known that theirs rest with them. */
export async function heldCases(settled: readonly string[]): Promise<readonly HeldCase[]> {
  return found(held, await deskDb().$queryRaw<Found[]>`SELECT found FROM held_cases(${[...settled]}::uuid[])`)
}

/** Cases to find somebody for, the most urgent first: `limit` of them, after one of them or from the first. */
export async function casesToRoute(
  after: WaitingCase | null,
  limit: number,
): Promise<readonly WaitingCase[]> {
  const place =
    after && JSON.stringify({ riskRank: after.riskRank, receivedAt: after.receivedAt, id: after.id })
  return found(
    waiting,
    await deskDb().$queryRaw<Found[]>`
      SELECT found FROM cases_to_route(${now()}::timestamptz, ${place}::jsonb, ${limit}::integer)`,
  )
}

/** Keeps what was decided and makes the offers, and gives how many were made. What somebody else is at stays for the next run. */
export async function storeRouting(rows: readonly Routing[]): Promise<number> {
  if (rows.length === 0) return 0
  const [row] = await deskDb().$queryRaw<{ count: number }[]>`
    SELECT store_routing(${JSON.stringify(rows)}::jsonb, ${now()}::timestamptz) AS count`
  return row?.count ?? 0
}

/** Ends offers that hold no more, and gives how many. */
export async function lapseOffers(
  rows: readonly { readonly id: string; readonly account: string; readonly reason: LapseReason }[],
): Promise<number> {
  if (rows.length === 0) return 0
  const [row] = await deskDb().$queryRaw<{ count: number }[]>`
    SELECT lapse_offers(${JSON.stringify(rows)}::jsonb, ${now()}::timestamptz) AS count`
  return row?.count ?? 0
}

/** Takes cases from whom they do not rest with, where they are still as they were seen, and gives how many. */
export async function freeCases(
  rows: readonly {
    readonly id: string
    readonly version: number
    readonly account: string
    readonly reason: FreedReason
  }[],
): Promise<number> {
  if (rows.length === 0) return 0
  const [row] = await deskDb().$queryRaw<{ count: number }[]>`
    SELECT free_cases(${JSON.stringify(rows)}::jsonb, ${now()}::timestamptz) AS count`
  return row?.count ?? 0
}

/**
 * Tells supervisors of cases that stay with a holder who is away until after something is due, once while it is so; and settles what
 * they were told of others.
 */
export async function tellAway(caseIds: readonly string[]): Promise<void> {
  await deskDb().$queryRaw`SELECT tell_away(${[...caseIds]}::uuid[], ${now()}::timestamptz)`
}

interface Found {
  readonly found: unknown
}

function found<T extends z.infer<typeof routable>>(
  shape: z.ZodType<T>,
  rows: readonly Found[],
): readonly Aimed<T>[] {
  const cases = z.array(shape).parse(rows.map((row) => row.found))
  return cases.map((one) => ({
    ...one,
    aimedBy: one.aimedFrom && promisedBy(one.risk, one.aimedFrom, currentForce()),
  }))
}
