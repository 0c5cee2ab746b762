import 'server-only'
import { deskDb } from '@/lib/db/client'
import type { DeskArea } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { appendAudit } from './append-audit'

/** Records that `actor` asked for a part of the desk that is not theirs. */
export async function noteNoEntry(actor: Actor, area: DeskArea): Promise<void> {
  await appendAudit(deskDb(), {
    actorId: actor.id,
    role: actor.role,
    action: 'refused',
    detail: { attempted: 'enter', area },
  })
}
