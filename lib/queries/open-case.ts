import 'server-only'
import { z } from 'zod'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import type { Section } from '@/lib/journey/present'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import type { OpenedMessage } from './open-messages'
import { openSubmission } from './open-submission'

/** A case as the officer reads it. */
export interface OpenedCase {
  readonly plan: ContactPlan
  readonly transcript: readonly Section[]
  readonly notes: ReadonlyMap<string, string>
  readonly messages: readonly OpenedMessage[]
}

const answers = z.object({
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
})
const section = z.object({
  id: z.string(),
  title: z.string(),
  rows: z.array(
    z.object({
      questionId: z.string(),
      stepSlug: z.string(),
      label: z.string(),
      value: z.string(),
      blank: z.literal(true).exactOptional(),
    }),
  ),
})

/**
 * Opens a case to read it, under audit. Null when what is stored does not match its seal or the key is not here: nothing is
 * shown then rather than something doubtful. DomainErrors as `openSubmission`.
 */
export async function openCase(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
): Promise<OpenedCase | null> {
  try {
    const { fields, notes, messages } = await openSubmission(actor, reference, reason)
    return {
      plan: contactPlanOf(answers.parse(JSON.parse(fields.answers ?? '')).answers),
      transcript: z.array(section).parse(JSON.parse(fields.transcript ?? '')),
      notes,
      messages,
    }
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}
