import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import type { OpenedSubmission } from './open-submission'

/**
 * What the reporter wrote counts as read from now on, for somebody who has it before them: of these messages those that opened, and of a clock that
 * asks for a look the one that ran when they were found. What came in since is nobody's yet.
 */
export async function noteMessagesRead(
  actor: Actor,
  { caseId, clockId, messages }: Pick<OpenedSubmission, 'caseId' | 'clockId' | 'messages'>,
): Promise<void> {
  const ids = messages
    .filter(({ author, readAt, text }) => author === 'reporter' && readAt === null && text !== null)
    .map(({ id }) => id)
  if (ids.length === 0 && clockId === null) return
  await asActor(
    actor,
    (tx) => tx.$queryRaw`
      SELECT note_messages_read(${caseId}::uuid, ${ids}::uuid[], ${clockId}::uuid, ${now()}::timestamptz)::text`,
  )
}
