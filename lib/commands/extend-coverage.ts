import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { DistrictId } from '@/lib/domain/words'

/** What an officer covers. */
export interface Covered {
  readonly id: string
  readonly districts: readonly DistrictId[]
}

/** What every officer covers. For the job that looks after it. */
export async function coveredDistricts(): Promise<readonly Covered[]> {
  return deskDb().officer.findMany({ select: { id: true, districts: true }, orderBy: { id: 'asc' } })
}

/** Notes what officers cover from now on, beside what they did; gives how many. Of what somebody changed meanwhile nothing is noted. */
export async function extendCoverage(
  changes: readonly (Covered & { readonly was: readonly string[] })[],
): Promise<number> {
  const rows = JSON.stringify(changes)
  const [row] = await deskDb().$queryRaw<{ extended: number }[]>`
    SELECT extend_coverage(${rows}::jsonb, ${now()}::timestamptz) AS extended`
  return row?.extended ?? 0
}
