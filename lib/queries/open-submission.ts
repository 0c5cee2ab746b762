import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { currentForce } from '@/lib/config/current-force'
import { db } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { describeCase, factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { startOfDay } from '@/lib/domain/local-day'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Channel } from '@/lib/domain/words'
import { openBox } from '@/lib/sealing/open'
import { openMessages } from './open-messages'
import type { OpenedMessage } from './open-messages'

const sealed = { include: { fields: true, wraps: true } } as const

/** What was sealed, in the clear: the fields of the submission, the words of its history by box id, and messages. */
export interface OpenedSubmission {
  readonly fields: Readonly<Record<string, string>>
  /** The language it was written in, as far as the pages were. */
  readonly locale: string
  readonly channel: Channel
  readonly notes: ReadonlyMap<string, string>
  readonly messages: readonly OpenedMessage[]
}

/**
 * The one way to plaintext. The policy first, then the audit row, committed, and only then the key. `not-found` and
 * `forbidden` are DomainErrors; a refusal is audited too.
 */
export async function openSubmission(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
): Promise<OpenedSubmission> {
  const found = await db().case.findUnique({ where: { reference } })
  if (found?.force !== currentForce().id) throw new DomainError('not-found')
  const entry = { actorId: actor.id, role: actor.role, caseId: found.id, reference }
  if (!can(actor, 'open', factsOf(found, startOfDay(now(), currentForce().timeZone)))) {
    await appendAudit(db(), { ...entry, action: 'refused', detail: { attempted: 'open' } })
    throw new DomainError('forbidden')
  }
  await appendAudit(db(), { ...entry, action: 'opened', detail: { reason } })
  await noteFirstOpening(found)
  return open(found)
}

async function noteFirstOpening(found: Case): Promise<void> {
  if (found.firstOpenedAt !== null) return
  await db().case.updateMany({ where: { id: found.id, firstOpenedAt: null }, data: { firstOpenedAt: now() } })
}

async function open(found: Case): Promise<OpenedSubmission> {
  const [submission, events] = await Promise.all([
    db().submission.findUniqueOrThrow({ where: { id: found.submissionId }, include: { box: sealed } }),
    db().caseEvent.findMany({ where: { caseId: found.id, NOT: { boxId: null } }, include: { box: sealed } }),
  ])
  const boxes = events.flatMap(({ box }) => (box === null ? [] : [box]))
  const texts = await Promise.all(
    boxes.map(async (box) => [box.id, (await openBox(box)).text ?? ''] as const),
  )
  const messages = await openMessages(found.submissionId, openBox)
  const { locale } = submission
  const { channel } = describeCase(found)
  return { fields: await openBox(submission.box), locale, channel, notes: new Map(texts), messages }
}
