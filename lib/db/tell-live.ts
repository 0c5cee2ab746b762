import 'server-only'
import { log } from '@/lib/adapters/log'
import type { PrismaClient } from '@/lib/db/generated/client'

/** What came in is gathered for this long, in milliseconds. */
const gathering = 100

const waiting = new Set<string>()
let timer: NodeJS.Timeout | null = null

/**
 * Says to every process of the desk, a moment later, that a case came in. Not in the transaction that took it in: each commit with a
 * notice in it waits for every other, and intake must not queue. One that is lost is seen at the next change, or at the next look.
 */
export function tellLive(db: () => PrismaClient, caseId: string): void {
  waiting.add(caseId)
  timer ??= setTimeout(() => void tell(db), gathering)
}

async function tell(db: () => PrismaClient): Promise<void> {
  timer = null
  const ids = [...waiting]
  waiting.clear()
  try {
    await db().$queryRaw`SELECT count(pg_notify('alongside_live', id)) FROM unnest(${ids}::text[]) id`
  } catch {
    log('error', { event: 'live-not-told', count: ids.length })
  }
}
