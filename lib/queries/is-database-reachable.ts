import 'server-only'
import { env } from '@/lib/config/env'
import { deskDb, publicDb } from '@/lib/db/client'

/** True when the database answers the role this process has. Never throws. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    const database = env().TIER === 'staff' ? deskDb() : publicDb()
    await database.$queryRaw`select 1`
    return true
  } catch {
    return false
  }
}
