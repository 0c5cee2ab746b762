import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayDecideClosing } from '@/lib/domain/closure'
import { DomainError } from '@/lib/domain/errors'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { openClosing } from '@/lib/queries/open-closing'
import type { OpenClosing } from '@/lib/queries/open-closing'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { closeCase } from './close-case'
import { requireWords } from './require-words'

interface Decided extends CaseSeen {
  readonly reason: string
}

/**
 * Closes a case as somebody else asked for, and why that is right. DomainErrors as `closeCase`, and `own-request` for whoever asked;
 * `bad-transition` where nobody asks any more. What was asked for is of the version that was seen: later than it, it is a `conflict`.
 */
export async function approveClosing(
  actor: Actor,
  seen: Decided,
  opening: OpeningReason | null,
): Promise<void> {
  const reason = requireWords(seen.reason)
  const asked = await asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, seen.reference)
    return openClosing(tx, id)
  })
  if (asked === null) throw new DomainError('bad-transition')
  expectAnothers(actor, asked)
  const { disposition, subjectRisk } = asked
  await closeCase(actor, { ...seen, reason, disposition, isRisk: subjectRisk }, opening)
}

/** Refuses to have a case closed, and why. DomainErrors as `changeCase`, `invalid`, and as above. */
export async function refuseClosing(actor: Actor, seen: Decided): Promise<void> {
  const box = await sealBox('note', { text: requireWords(seen.reason) })
  await changeCase(actor, 'review', seen, async ({ id }, tx) => {
    const asked = await openClosing(tx, id)
    if (asked === null) throw new DomainError('bad-transition')
    expectAnothers(actor, asked)
    return { type: 'closing-refused', box }
  })
}

/** Takes back what one asked for oneself; it can be asked for again. DomainErrors as `changeCase`, and `bad-transition` for anybody else. */
export async function takeBackClosing(actor: Actor, seen: CaseSeen): Promise<void> {
  await changeCase(actor, 'close', seen, async ({ id }, tx) => {
    if ((await openClosing(tx, id))?.askedById !== actor.id) throw new DomainError('bad-transition')
    return { type: 'closing-taken-back' }
  })
}

function expectAnothers(actor: Actor, { askedById }: OpenClosing): void {
  if (askedById === actor.id) throw new DomainError('own-request')
  if (!mayDecideClosing(actor, askedById)) throw new DomainError('forbidden')
}
