import 'server-only'
import { rebuildDuty } from '@/lib/commands/duty/rebuild-duty'
import { deskDb } from '@/lib/db/client'
import { log } from '@/lib/adapters/log'

/**
 * Reckons the duty of every officer for whom there is something to reckon it from, so that it always reaches as far ahead. Gives how
 * many rows were replaced. What is as it was stays the same row. One officer whose sources are not understood holds up no other.
 */
export async function extendDuty(): Promise<number> {
  const officers = await deskDb().officer.findMany({
    where: { OR: [{ patterns: { some: {} } }, { extras: { some: {} } }, { leave: { some: {} } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let replaced = 0
  for (const { id } of officers) replaced += await extended(id)
  if (replaced > 0) log('info', { event: 'duty-extended', count: replaced })
  return replaced
}

async function extended(officerId: string): Promise<number> {
  try {
    return await deskDb().$transaction((tx) => rebuildDuty(tx, officerId))
  } catch (error) {
    log('error', { event: 'duty-not-extended', code: error instanceof Error ? error.name : 'unknown' })
    return 0
  }
}
