import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { messageAuthors } from '@/lib/domain/message'
import { roles } from '@/lib/domain/words'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { messageText } from '@/lib/sealing/message-box'
import { openAsReporter } from '@/lib/sealing/open-as-reporter'

const bytes = z.hex().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'hex')))
const row = z.object({
  id: z.string(),
  at: z.date(),
  author: z.enum(messageAuthors),
  byRole: z.enum(roles).nullable(),
  readAt: z.date().nullable(),
  adds: z.boolean(),
  boxId: z.string(),
  purpose: z.string(),
  suite: z.number(),
  fields: z.array(z.object({ field: z.string(), version: z.number(), ciphertext: bytes })),
  wraps: z.array(z.object({ keyId: z.string(), wrap: bytes })),
})

/** A message as the holder of the return code reads it. */
export interface FollowUpMessage {
  readonly id: string
  readonly at: Date
  readonly author: (typeof messageAuthors)[number]
  /** The role of whoever wrote for the force, never the name. */
  readonly byRole: (typeof roles)[number] | null
  /** When the other side first had it open. */
  readonly readAt: Date | null
  /** It adds to what they told us. */
  readonly adds: boolean
  /** Null when it does not open or is not what its row says: nothing is shown rather than something doubtful. */
  readonly text: string | null
}

/** The conversation of an open follow-up, the oldest first. What staff wrote counts as read from now on. */
export async function followUpMessages(followUp: FollowUp): Promise<readonly FollowUpMessage[]> {
  const { submissionId } = followUp
  const key = Buffer.from(followUp.privateKey, 'base64')
  const found = await publicDb().$queryRaw<unknown[]>`
    select id::text, at, author, by_role as "byRole", read_at as "readAt", box_id::text as "boxId", purpose, suite,
      fields, wraps, adds
    from follow_up_messages(${submissionId}::uuid, ${await keyOf(followUp)}::bytea, ${now()}::timestamptz)`
  return Promise.all(
    z
      .array(row)
      .parse(found)
      .map(async ({ boxId, purpose, suite, fields, wraps, ...message }) => {
        const box = { id: boxId, purpose, suite, fields, wraps }
        return { ...message, text: await textOf(box, { submissionId, author: message.author }, key) }
      }),
  )
}

async function textOf(
  box: SealedBoxRow,
  context: Parameters<typeof messageText>[0],
  key: Uint8Array,
): Promise<string | null> {
  try {
    return messageText(context, await openAsReporter(box, context.submissionId, key))
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}
