import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'

/**
 * Names the standing list, or every supervisor where nobody of it is there, for each sealed case that nobody able to read it is named
 * for, and gives for how many. For the job that looks after it.
 */
export async function nameReadersAgain(): Promise<number> {
  const [row] = await deskDb().$queryRaw<
    { named: number }[]
  >`SELECT name_readers_again(${now()}::timestamptz) AS named`
  return row?.named ?? 0
}
