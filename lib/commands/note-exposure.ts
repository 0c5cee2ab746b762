import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { today } from './journey-setting'

/** Counts that somebody chose to read words of hatred as they were written: their day and a number, and nothing of the case. `not-found` where they may not open it. */
export async function noteExposure(actor: Actor, reference: string): Promise<void> {
  await asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, reference)
    const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
      SELECT note_exposure(${id}::uuid, ${today()}::date) AS noted`
    if (row?.noted !== true) throw new DomainError('not-found')
  })
}
