import 'server-only'
import { appendAudit } from '@/lib/commands/append-audit'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { describeCase, factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import { addressQuestions } from '@/lib/journeys/address-mask'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Channel } from '@/lib/domain/words'
import { openBox } from '@/lib/sealing/open'
import { findBoxes } from './find-boxes'
import { findHeldPlan, openHeldPlan } from './held-plan'
import type { HeldPlan } from './held-plan'
import { noteOpening, orNoteRefusal } from './note-opening'
import { findAgreements, openAgreements } from './open-agreements'
import type { OpenedAgreement } from './open-agreements'
import { findEvidence, openEvidence } from './open-evidence'
import type { OpenedFile } from './open-evidence'
import { findMessages, openMessages } from './open-messages'
import type { OpenedMessage } from './open-messages'

/** What opening gives: never what the person's identity is kept in, which is asked for by itself (./reveal-identity). */
const openedFields = ['answers', 'transcript'] as const

/** What was sealed, in the clear: the fields of the submission, the words of its history by box id, and messages. */
export interface OpenedSubmission {
  readonly caseId: string
  /** The clock that runs until somebody has read what is said of danger; null where none does. */
  readonly clockId: string | null
  readonly fields: Readonly<Record<string, string>>
  /** The language it was written in, as far as the pages were. */
  readonly locale: string
  readonly channel: Channel
  readonly notes: ReadonlyMap<string, string>
  readonly messages: readonly OpenedMessage[]
  /** What was agreed, the last first. */
  readonly agreements: readonly OpenedAgreement[]
  /** What was sent beside words, in the order it came. */
  readonly files: readonly OpenedFile[]
  /** How they may be reached by now, where that is not what was sent. */
  readonly plan: HeldPlan
}

/**
 * The one way to plaintext. The policy first, then the audit row, committed, and only then the key. DomainErrors:
 * `not-found`, also when they may not know of it, and `forbidden`; a refusal is audited too. `reveal` is for whoever asks to
 * see addresses as well, and says if they have just proved who they are; `step-up` when they have not. `erased` where nothing is
 * left to open; `no-reason` for a reason that cannot be true of them and the case, which somebody may have changed meanwhile;
 * `not-logged` where there is no room for the row; `made-up` where it is of a demonstration and holds no words.
 */
export async function openSubmission(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
  reveal: PolicyContext | null = null,
): Promise<OpenedSubmission> {
  return orNoteRefusal(actor, reference, async () => {
    const found = await asActor(actor, async (tx) => {
      const opened = await noteOpening(tx, actor, reference, reason)
      if (reveal !== null) await noteReveal(tx, actor, opened, reveal)
      return opened
    })
    const rows = await asActor(actor, (tx) => findSealed(tx, found))
    return await open(found, rows)
  })
}

async function noteReveal(tx: Transaction, actor: Actor, found: Case, context: PolicyContext): Promise<void> {
  if (!can(actor, 'reveal-address', factsOf(found), context)) throw new DomainError('step-up')
  const { id: caseId, reference } = found
  const detail = { fields: addressQuestions.join(' ') }
  await appendAudit(tx, {
    actorId: actor.id,
    role: actor.role,
    action: 'revealed',
    caseId,
    reference,
    detail,
  })
}

async function findSealed(tx: Transaction, { id: caseId, submissionId }: Case) {
  const submission = await tx.submission.findUnique({ where: { id: submissionId } })
  // Null: somebody else acted on it in the moment since.
  if (submission === null) throw new DomainError('forbidden')
  const events = await tx.caseEvent.findMany({
    where: { caseId, NOT: { boxId: null } },
    select: { boxId: true },
  })
  const notes = events.flatMap(({ boxId }) => (boxId === null ? [] : [boxId]))
  const boxes = await findBoxes(tx, [submission.boxId, ...notes])
  const plan = await findHeldPlan(tx, caseId)
  const body = boxes.get(submission.boxId)
  if (body === undefined)
    throw new DomainError((await isMadeUp(tx, submission.boxId)) ? 'made-up' : 'forbidden')
  return {
    ...{ body, plan, locale: submission.locale },
    notes: notes.flatMap((id) => boxes.get(id) ?? []),
    // Before the messages: one that starts it later is not among those that are read here.
    clockId: await openClock(tx, caseId),
    messages: await findMessages(tx, submissionId),
    agreements: await findAgreements(tx, submissionId),
    files: await findEvidence(tx, submissionId),
  }
}

/** Of a demonstration's past: there never were words, nor a key to them. */
async function isMadeUp(tx: Transaction, boxId: string): Promise<boolean> {
  return (await tx.sealedBox.count({ where: { id: boxId, purpose: 'demonstration' } })) > 0
}

async function openClock(tx: Transaction, caseId: string): Promise<string | null> {
  const clock = await tx.caseClock.findFirst({ where: { caseId, kind: 'acknowledge', endedAt: null } })
  return clock?.id ?? null
}

async function open(
  found: Case,
  { body, locale, plan, notes, messages, agreements, files, clockId }: Awaited<ReturnType<typeof findSealed>>,
): Promise<OpenedSubmission> {
  const texts = await Promise.all(
    notes.map(async (box) => [box.id, (await openBox(box)).text ?? ''] as const),
  )
  return {
    ...{ caseId: found.id, clockId },
    fields: await openBox(body, openedFields),
    locale,
    channel: describeCase(found).channel,
    notes: new Map(texts),
    messages: await openMessages(messages, openBox),
    agreements: await openAgreements(agreements, openBox),
    files: await openEvidence(files, openBox),
    plan: await openHeldPlan(plan, openBox),
  }
}
