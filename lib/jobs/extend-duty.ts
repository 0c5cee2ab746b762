import 'server-only'
import { rebuildDuty } from '@/lib/commands/duty/rebuild-duty'
import { deskDb } from '@/lib/db/client'
import { log } from '@/lib/adapters/log'

/**
 * Reckons the duty of every officer for whom there is something to reckon it from, so that it always reaches as far ahead. Gives how
 * many rows were replaced. What is as it was stays the same row.
 */
export async function extendDuty(): Promise<number> {
  const officers = await deskDb().officer.findMany({
    where: { OR: [{ patterns: { some: {} } }, { extras: { some: {} } }, { leave: { some: {} } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let replaced = 0
  for (const { id } of officers) replaced += await deskDb().$transaction((tx) => rebuildDuty(tx, id))
  if (replaced > 0) log('info', { event: 'duty-extended', count: replaced })
  return replaced
}
