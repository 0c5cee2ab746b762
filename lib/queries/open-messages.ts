import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { db } from '@/lib/db/client'
import { messageAuthors } from '@/lib/domain/message'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { messageText } from '@/lib/sealing/message-box'
import type { MessageContext } from '@/lib/sealing/message-box'

const author = z.enum(messageAuthors)

/** A message as staff read it. */
export interface OpenedMessage {
  readonly id: string
  readonly at: Date
  readonly author: MessageContext['author']
  /** Who wrote it for the force; null for the reporter's. */
  readonly who: string | null
  /** When the other side first had it open. Null for the reporter's that nobody had open before this look. */
  readonly readAt: Date | null
  /** Null when it does not open or is not what its row says. */
  readonly text: string | null
}

type Open = (box: SealedBoxRow) => Promise<Record<string, string>>

/**
 * The messages about a submission, the oldest first; the reporter's count as read afterwards. For `openSubmission`, which
 * hands over the way to open them once the look is audited.
 */
export async function openMessages(submissionId: string, open: Open): Promise<readonly OpenedMessage[]> {
  const rows = await db().message.findMany({
    where: { submissionId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { account: { select: { name: true } }, box: { include: { fields: true, wraps: true } } },
  })
  const opened = await Promise.all(
    rows.map(async ({ box, account, ...row }) => {
      const context = { submissionId, author: author.parse(row.author) }
      const { id, at, readAt } = row
      return {
        id,
        at,
        readAt,
        ...context,
        who: account?.name ?? null,
        text: await textOf(box, context, open),
      }
    }),
  )
  await db().message.updateMany({
    where: { submissionId, author: 'reporter', readAt: null },
    data: { readAt: now() },
  })
  return opened
}

async function textOf(box: SealedBoxRow, context: MessageContext, open: Open): Promise<string | null> {
  try {
    return messageText(context, await open(box))
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}
