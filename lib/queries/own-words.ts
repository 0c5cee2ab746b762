import 'server-only'
import { appendAudit } from '@/lib/commands/append-audit'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { apartField, readApart } from '@/lib/journeys/kept-apart'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openBox } from '@/lib/sealing/open'
import { findBoxes } from './find-boxes'
import { findVisibleCase } from './find-visible-case'

/**
 * What somebody said of who they are, for the check of a letter to them and for nobody's eyes: whoever writes is told that there is a word of theirs
 * in it, and shown nothing. For whoever has opened the case, a row of the audit comes first. Nothing where they said nothing.
 */
export async function ownWords(actor: Actor, reference: string): Promise<readonly string[]> {
  const { submissionId } = await asActor(actor, async (tx) => {
    const found = await findVisibleCase(tx, actor, reference)
    const { id: actorId, role } = actor
    await appendAudit(tx, {
      actorId,
      role,
      action: 'identity-compared',
      caseId: found.id,
      reference: found.reference,
    })
    return found
  })
  const box = await asActor(actor, async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: submissionId } })
    return submission && (await findBoxes(tx, [submission.boxId])).get(submission.boxId)
  })
  if (!box) throw new CannotOpenError()
  const { [apartField]: text = '' } = await openBox(box, [apartField])
  try {
    return readApart(text, () => undefined)
      .filter(({ questionId }) => questionId !== 'mayKnow')
      .map(({ value }) => value)
  } catch {
    // What the parser says of it would hold words of it.
    throw new CannotOpenError()
  }
}
