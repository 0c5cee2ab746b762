import 'server-only'
import { z } from 'zod'
import { journeySetting } from '@/lib/commands/journey-setting'
import { DomainError } from '@/lib/domain/errors'
import type { WhoMayKnow } from '@/lib/domain/identity'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import type { Section } from '@/lib/journey/present'
import { answersWithoutAddresses, hasAddress, withoutAddresses } from '@/lib/journeys/address-mask'
import type { MaskableSection } from '@/lib/journeys/address-mask'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import { wishOf } from '@/lib/journeys/kept-apart'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import type { OpenedMessage } from './open-messages'
import { openSubmission } from './open-submission'
import { presentInEnglish } from './present-in-english'

/** A case as the officer reads it. */
export interface OpenedCase {
  readonly plan: ContactPlan
  /** What they were asked and answered, as they saw it. */
  readonly transcript: readonly MaskableSection[]
  /** The same with the questions and choices in English; null where they saw it in English or it cannot be made again. */
  readonly inEnglish: readonly MaskableSection[] | null
  /** Whether an address was given; it is in none of the above unless it was asked for. */
  readonly address: 'none' | 'hidden' | 'shown'
  /** Whether they told anything about who they are, which is in none of this, and who may know by their own wish. */
  readonly identity: { readonly given: boolean; readonly wish: WhoMayKnow | null }
  readonly notes: ReadonlyMap<string, string>
  readonly messages: readonly OpenedMessage[]
}

const stored = z.object({
  journey: z.string(),
  version: z.number(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
  apart: z.boolean().default(false),
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
 * Opens a case to read it, under audit. Null when what is stored does not match its seal, the key is not here or it is erased: nothing is
 * shown then rather than something doubtful. Addresses are left out unless `reveal` is given. DomainErrors as
 * `openSubmission`.
 */
export async function openCase(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
  reveal: PolicyContext | null = null,
): Promise<OpenedCase | null> {
  try {
    const { fields, locale, channel, notes, messages } = await openSubmission(
      actor,
      reference,
      reason,
      reveal,
    )
    const sent = stored.parse(JSON.parse(fields.answers ?? ''))
    const inEnglish =
      locale === 'en' ? null : presentInEnglish(sent, await journeySetting(channel, sent.answers))
    const shown = (sections: readonly Section[]) => (reveal === null ? withoutAddresses(sections) : sections)
    return {
      plan: contactPlanOf(reveal === null ? answersWithoutAddresses(sent.answers) : sent.answers),
      inEnglish: inEnglish === null ? null : shown(inEnglish),
      transcript: shown(z.array(section).parse(JSON.parse(fields.transcript ?? ''))),
      address: hasAddress(sent.answers) ? (reveal === null ? 'hidden' : 'shown') : 'none',
      identity: { given: sent.apart, wish: wishOf(sent.answers) },
      notes,
      messages,
    }
  } catch (error) {
    if (isClosedToAll(error)) return null
    throw error
  }
}

/** Nobody can read it here, whoever they are. */
function isClosedToAll(error: unknown): boolean {
  return error instanceof CannotOpenError || (error instanceof DomainError && error.code === 'erased')
}
