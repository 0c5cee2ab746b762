import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { SettledPassing } from './read-passing-answer'

/** A case on its way to another force, of which no answer was kept. */
export interface WaitingPassing {
  readonly id: string
  /** The other force's id. */
  readonly partner: string
  /** What was to go there, as text; null where it was never sealed. */
  readonly sealed: string | null
}

/** Some of those that were to go before a time, the oldest first. For the job that takes them up. */
export function waitingPassings(before: Date, most: number): Promise<readonly WaitingPassing[]> {
  return deskDb().$queryRaw<WaitingPassing[]>`
    SELECT id::text, partner, sealed FROM passings_to_take_up(${before}::timestamptz, ${most}::integer)`
}

/** Keeps what came of one. Nothing happens where somebody was told meanwhile. */
export async function settleWaiting(
  passing: string,
  { state, refusal, reference }: SettledPassing,
): Promise<void> {
  await deskDb().$queryRaw`
    SELECT settle_passing(${passing}::uuid, ${now()}::timestamptz, ${state}, ${refusal}, ${reference})`
}
