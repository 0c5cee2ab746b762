import 'server-only'
import { z } from 'zod'
import { rebuildDuty } from '@/lib/commands/duty/rebuild-duty'
import { deskDb } from '@/lib/db/client'
import { log } from '@/lib/adapters/log'

/**
 * Reckons the duty of every officer for whom there is something to reckon it from, so that it always reaches as far ahead. Gives how
 * many rows were replaced. What is as it was stays the same row. One officer whose duty cannot be reckoned holds up no other: where their
 * sources are not understood, it is so each night until a person sees to it; whatever else went wrong is thrown once the others are done.
 */
export async function extendDuty(): Promise<number> {
  const officers = await deskDb().officer.findMany({
    where: { OR: [{ patterns: { some: {} } }, { extras: { some: {} } }, { leave: { some: {} } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let replaced = 0
  const failures: unknown[] = []
  for (const { id } of officers) {
    try {
      replaced += await deskDb().$transaction((tx) => rebuildDuty(tx, id))
    } catch (error) {
      log('error', { event: 'duty-not-extended', code: error instanceof Error ? error.name : 'unknown' })
      if (!(error instanceof z.ZodError)) failures.push(error)
    }
  }
  if (replaced > 0) log('info', { event: 'duty-extended', count: replaced })
  if (failures.length > 0) throw failures[0]
  return replaced
}
