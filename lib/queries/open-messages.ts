import 'server-only'
import { z } from 'zod'
import type { Transaction } from '@/lib/db/client'
import { messageAuthors } from '@/lib/domain/message'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { messageText } from '@/lib/sealing/message-box'
import type { MessageContext } from '@/lib/sealing/message-box'
import { findBoxes } from './find-boxes'

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
  /** Of the reporter's: it adds to what they told us. */
  readonly adds: boolean
  /** Null when it does not open or is not what its row says. */
  readonly text: string | null
}

type Open = (box: SealedBoxRow) => Promise<Record<string, string>>

/** The messages about a case, the oldest first, still sealed. Finding them is not reading them: ./note-messages-read. */
export async function findMessages(tx: Transaction, submissionId: string) {
  const rows = await tx.message.findMany({
    where: { submissionId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { account: { select: { name: true } } },
  })
  const boxes = await findBoxes(
    tx,
    rows.map(({ boxId }) => boxId),
  )
  return rows.map((row) => ({ ...row, box: boxes.get(row.boxId) }))
}

/** What they say. For `openSubmission`, which hands over the way to open them once the look is audited. */
export function openMessages(
  rows: Awaited<ReturnType<typeof findMessages>>,
  open: Open,
): Promise<readonly OpenedMessage[]> {
  return Promise.all(
    rows.map(async ({ box, account, ...row }) => {
      const { id, at, readAt, adds, submissionId } = row
      const context = { submissionId, author: author.parse(row.author) }
      return {
        id,
        at,
        readAt,
        adds,
        author: context.author,
        who: account?.name ?? null,
        text: await textOf(box, context, open),
      }
    }),
  )
}

async function textOf(
  box: SealedBoxRow | undefined,
  context: MessageContext,
  open: Open,
): Promise<string | null> {
  if (box === undefined) return null
  try {
    return messageText(context, await open(box))
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}
