import 'server-only'
import type { OwnLetters } from '@/lib/commands/set-letters'
import { asActor } from '@/lib/db/client'
import { letterChoices } from '@/lib/domain/outbound/staff-letters'
import type { Actor } from '@/lib/domain/policy'

/** Which e-mails whoever is signed in wants, and between which hours none. */
export async function ownLetters(actor: Actor): Promise<OwnLetters> {
  const select = {
    ...{ letters: true, quietFrom: true, quietUntil: true },
    ...{ figuresLetters: true, stuckLetters: true },
  } as const
  const {
    figuresLetters: figures,
    stuckLetters: stuck,
    ...found
  } = await asActor(actor, (tx) => tx.account.findUniqueOrThrow({ where: { id: actor.id }, select }))
  return {
    ...found,
    letters: letterChoices.find((known) => known === found.letters) ?? 'digest',
    chosen: { figures, stuck },
  }
}
