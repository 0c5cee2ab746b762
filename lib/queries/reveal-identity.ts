import 'server-only'
import { appendAudit } from '@/lib/commands/append-audit'
import { journeySetting } from '@/lib/commands/journey-setting'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { describeCase, factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { reasonsToReveal } from '@/lib/domain/identity'
import type { IdentityReason, WhoMayKnow } from '@/lib/domain/identity'
import { can } from '@/lib/domain/policy'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { labelToday } from '@/lib/journey/apart'
import { apartField, readApart } from '@/lib/journeys/kept-apart'
import type { ApartRow } from '@/lib/journeys/kept-apart'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openBox } from '@/lib/sealing/open'
import { findBoxes } from './find-boxes'
import { findVisibleCase } from './find-visible-case'

/** Why it is asked for, and who may know by the wish of the person themselves, as opening the case gave it. */
interface Asking {
  readonly reason: IdentityReason
  readonly wish: WhoMayKnow | null
}

/**
 * What somebody told about who they are, kept apart from the rest (Gender Recognition Act 2004, section 22): for whoever may have addresses
 * shown, has just proved who they are, and has a reason that the person's own wish leaves. The row of the audit is committed before
 * anything is opened. Null where it does not open. DomainErrors: `not-found`, `forbidden` (both audited), `step-up`, `erased`.
 */
export async function revealIdentity(
  actor: Actor,
  reference: string,
  asking: Asking,
  context: PolicyContext,
): Promise<readonly ApartRow[] | null> {
  try {
    const found = await asActor(actor, (tx) => noteIdentity(tx, actor, reference, asking, context))
    const box = await asActor(actor, (tx) => findBody(tx, found))
    return await rowsIn(box, found)
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found'))
      await noteRefusal(actor, reference, { attempted: 'reveal-identity', code: error.code })
    throw error
  }
}

async function noteIdentity(
  tx: Transaction,
  actor: Actor,
  reference: string,
  { reason, wish }: Asking,
  context: PolicyContext,
): Promise<Case> {
  const found = await findVisibleCase(tx, actor, reference)
  const facts = factsOf(found)
  if (!can(actor, 'open', facts, context)) throw new DomainError('forbidden')
  if (!can(actor, 'reveal-address', facts, context)) throw new DomainError('step-up')
  if (found.erasedAt !== null) throw new DomainError('erased')
  if (!reasonsToReveal(wish, found.assigneeId === actor.id).includes(reason))
    throw new DomainError('forbidden')
  await appendAudit(tx, {
    ...{ actorId: actor.id, role: actor.role, action: 'identity-revealed' },
    ...{ caseId: found.id, reference: found.reference, detail: { reason } },
  })
  return found
}

async function findBody(tx: Transaction, { submissionId }: Case): Promise<SealedBoxRow> {
  const submission = await tx.submission.findUnique({ where: { id: submissionId } })
  const box = submission && (await findBoxes(tx, [submission.boxId])).get(submission.boxId)
  // Somebody else acted on it in the moment since.
  if (!box) throw new DomainError('forbidden')
  return box
}

async function rowsIn(box: SealedBoxRow, found: Case): Promise<readonly ApartRow[]> {
  const { [apartField]: text = '' } = await openBox(box, [apartField])
  try {
    const setting = await journeySetting(describeCase(found).channel, {})
    const english = translator('en')
    return readApart(text, (journey, id) => labelToday(journey, id, setting, english))
  } catch {
    // What the parser says of it would hold words of it.
    throw new CannotOpenError()
  }
}
