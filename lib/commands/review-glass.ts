import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { readGlassOutcome } from '@/lib/domain/broken-glass'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { cleanText } from '@/lib/journey/clean-text'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'
import { requireWords } from './require-words'

/**
 * What a supervisor found of a broken glass, once, with a note that is sealed where they wrote one. What was not justified ends with that.
 * DomainErrors: `invalid`, `not-found` (also when they may not know of it), `conflict` (somebody else has by now), `own-request` (they broke it).
 */
export async function reviewGlass(
  actor: Actor,
  { id, outcome, note }: { readonly id: string; readonly outcome: string; readonly note: string },
): Promise<void> {
  const found = readGlassOutcome(outcome)
  if (!isUuid(id)) throw new DomainError('not-found')
  if (found === null) throw new DomainError('invalid')
  const at = now()
  const box =
    cleanText(note) === '' ? null : boxRow(await sealBox('glass-note', { text: requireWords(note) }), at)
  const said = await asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT review_glass(${id}::uuid, ${at}::timestamptz, ${found}, ${JSON.stringify(box)}::jsonb) AS outcome`
    return row?.outcome
  })
  if (said === 'reviewed') return
  if (said === 'conflict') throw new DomainError('conflict')
  throw new DomainError(said === 'own' ? 'own-request' : 'not-found')
}
