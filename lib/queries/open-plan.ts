import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { NumberToRing } from '@/lib/domain/code-renewal'
import { DomainError } from '@/lib/domain/errors'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import { heldAnswers } from '@/lib/journeys/held-plan'
import type { StoredPlan } from '@/lib/journeys/stored-plan'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openBox } from '@/lib/sealing/open'
import { findBoxes } from './find-boxes'
import { findHeldPlan, openHeldPlan, openPlanBox } from './held-plan'
import { noteOpening, orNoteRefusal } from './note-opening'

const sent = z.object({
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
})

/** The plan that holds, whole, and which it is. */
export interface OpenedPlan {
  readonly version: number
  /** When it was made and by whom, where it is not the one that was sent. */
  readonly madeAt: Date | null
  readonly madeBy: 'reporter' | 'staff' | null
  readonly plan: ContactPlan
  /** Whether ringing its number says who somebody is depends on these. */
  readonly number: NumberToRing
}

/**
 * Opens how somebody may be reached and nothing else, for an act that has to ask it: under the same policy and with the same row of the audit as
 * `openSubmission`. Null where it does not open: then nothing is known to be safe. DomainErrors as there.
 */
export async function openPlan(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
): Promise<OpenedPlan | null> {
  try {
    return await orNoteRefusal(actor, reference, async () => {
      const { id, submissionId } = await asActor(actor, (tx) => noteOpening(tx, actor, reference, reason))
      const { body, plan } = await asActor(actor, async (tx) => ({
        body: await findBody(tx, submissionId),
        plan: await findHeldPlan(tx, id),
      }))
      const { answers = '' } = await openBox(body, ['answers'])
      const { version, stored, madeAt, madeBy } = await openHeldPlan(plan, openBox)
      const first = answersIn(answers)
      const held = contactPlanOf(heldAnswers(first, stored?.answers ?? null))
      const number = { held: held.phone, sent: contactPlanOf(first).phone, since: madeAt }
      return { version, madeAt, madeBy, plan: held, number }
    })
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}

/**
 * Every plan that somebody made since they sent what they sent, the oldest first, for taking out their data. Audited like each look. Throws
 * `CannotOpenError` where one does not open. DomainErrors as `openSubmission`.
 */
export function openLaterPlans(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
): Promise<readonly (StoredPlan & { readonly madeAt: Date })[]> {
  return orNoteRefusal(actor, reference, async () => {
    const { submissionId } = await asActor(actor, (tx) => noteOpening(tx, actor, reference, reason))
    const { rows, boxes } = await asActor(actor, async (tx) => {
      const plans = await tx.contactPlan.findMany({ where: { submissionId }, orderBy: { version: 'asc' } })
      const found = await findBoxes(
        tx,
        plans.map(({ boxId }) => boxId),
      )
      return { rows: plans, boxes: found }
    })
    return Promise.all(
      rows.map(async ({ boxId, madeAt }) => {
        const box = boxes.get(boxId)
        if (box === undefined) throw new CannotOpenError()
        return { ...(await openPlanBox(box, openBox)), madeAt }
      }),
    )
  })
}

async function findBody(tx: Transaction, submissionId: string) {
  const submission = await tx.submission.findUnique({ where: { id: submissionId } })
  const body = submission && (await findBoxes(tx, [submission.boxId])).get(submission.boxId)
  // Somebody else acted on it in the moment since.
  if (!body) throw new DomainError('forbidden')
  return body
}

function answersIn(text: string) {
  try {
    return sent.parse(JSON.parse(text)).answers
  } catch {
    // What the parser says of it would hold words of it.
    throw new CannotOpenError()
  }
}
