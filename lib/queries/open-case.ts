import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { journeySetting } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { standingOf } from '@/lib/domain/contact/standing'
import type { WayStanding } from '@/lib/domain/contact/standing'
import { DomainError } from '@/lib/domain/errors'
import type { WhoMayKnow } from '@/lib/domain/identity'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import type { Answers } from '@/lib/journey/definition'
import type { Section } from '@/lib/journey/present'
import { answersWithoutAddresses, hasAddress, withoutAddresses } from '@/lib/journeys/address-mask'
import type { MaskableSection } from '@/lib/journeys/address-mask'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import { heldAnswers } from '@/lib/journeys/held-plan'
import { wishOf } from '@/lib/journeys/kept-apart'
import { shownReach, withoutReach } from '@/lib/journeys/reach-mask'
import type { NumberState } from '@/lib/journeys/reach-mask'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import type { HeldPlan } from './held-plan'
import { noteMessagesRead } from './note-messages-read'
import type { OpenedAgreement } from './open-agreements'
import type { OpenedFile } from './open-evidence'
import type { OpenedMessage } from './open-messages'
import { openSubmission } from './open-submission'
import type { OpenedSubmission } from './open-submission'
import { presentInEnglish } from './present-in-english'

/** A case as the officer reads it. */
export interface OpenedCase {
  /** How they may be reached by now, without what is kept back. */
  readonly plan: ContactPlan
  readonly reach: OpenedReach
  /** What they were asked and answered, as they saw it. */
  readonly transcript: readonly MaskableSection[]
  /** The same with the questions and choices in English; null where they saw it in English or it cannot be made again. */
  readonly inEnglish: readonly MaskableSection[] | null
  /** Whether an address was given; it is in none of the above unless it was asked for. */
  readonly address: 'none' | 'hidden' | 'shown'
  /** Whether they told anything about who they are, which is in none of this, and who may know by their own wish. */
  readonly identity: { readonly given: boolean; readonly wish: WhoMayKnow | null }
  /** They are not sure yet whether they would like a liaison officer, which routing takes as not asked for. */
  readonly unsureOfOfficer: boolean
  readonly notes: ReadonlyMap<string, string>
  readonly messages: readonly OpenedMessage[]
  readonly agreements: readonly OpenedAgreement[]
  readonly files: readonly OpenedFile[]
}

/** Which plan holds, and how each way of it stands now. */
export interface OpenedReach {
  /** The version that an act on it is for. */
  readonly version: number
  /** When the plan that was sent was changed last, and by whom; null where it holds. */
  readonly changed: { readonly at: Date; readonly by: 'reporter' | 'staff' } | null
  readonly ways: readonly WayStanding[]
  readonly number: NumberState
}

/** What somebody asked for that is hidden otherwise. */
interface Asked {
  /** Addresses, and whether they have just proved who they are. */
  readonly reveal?: PolicyContext | null
  /** The telephone number, by the plan of this version. */
  readonly number?: number | null
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
 * shown then rather than something doubtful. Addresses are left out unless `asked.reveal` is given, and what belongs to a way that is not safe, or
 * not now, unless the number was asked for by the plan that holds. DomainErrors as `openSubmission`.
 */
export async function openCase(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
  { reveal = null, number = null }: Asked = {},
): Promise<OpenedCase | null> {
  try {
    const opened = await openSubmission(actor, reference, reason, reveal)
    const sent = stored.parse(JSON.parse(opened.fields.answers ?? ''))
    const { held, whole, isReplaced } = heldOf(sent.answers, opened.plan, reveal !== null)
    const reach = shownReach(whole, number === opened.plan.version, now(), currentForce())
    const shown = (sections: readonly Section[]) =>
      withoutReach(reveal === null ? withoutAddresses(sections) : sections, reach, isReplaced)
    const inEnglish = await englishOf(opened, sent)
    await noteMessagesRead(actor, opened)
    return {
      plan: reach.plan,
      reach: reachOfNow(opened.plan, whole, reach.number),
      inEnglish: inEnglish === null ? null : shown(inEnglish),
      transcript: shown(z.array(section).parse(JSON.parse(opened.fields.transcript ?? ''))),
      address: hasAddress(held) ? (reveal === null ? 'hidden' : 'shown') : 'none',
      identity: { given: sent.apart, wish: wishOf(sent.answers) },
      unsureOfOfficer: sent.answers.wantsOfficer === 'not-sure',
      notes: opened.notes,
      messages: opened.messages,
      agreements: opened.agreements,
      files: opened.files,
    }
  } catch (error) {
    if (isClosedToAll(error)) return null
    throw error
  }
}

/** What holds of what was answered, and the plan in it as far as addresses may be shown. */
function heldOf(sent: Answers, { stored: changed }: HeldPlan, isRevealed: boolean) {
  const held = heldAnswers(sent, changed?.answers ?? null)
  const whole = contactPlanOf(isRevealed ? held : answersWithoutAddresses(held))
  return { held, whole, isReplaced: changed !== null }
}

async function englishOf({ locale, channel }: OpenedSubmission, sent: z.infer<typeof stored>) {
  return locale === 'en' ? null : presentInEnglish(sent, await journeySetting(channel, sent.answers))
}

function reachOfNow(
  { version, madeAt, madeBy }: HeldPlan,
  plan: ContactPlan,
  number: NumberState,
): OpenedReach {
  const changed = madeAt === null || madeBy === null ? null : { at: madeAt, by: madeBy }
  return { version, changed, ways: standingOf(plan, now(), currentForce()), number }
}

/** Nobody can read it here, whoever they are. */
function isClosedToAll(error: unknown): boolean {
  return error instanceof CannotOpenError || (error instanceof DomainError && error.code === 'erased')
}
