import 'server-only'
import { z } from 'zod'
import type { MessageAuthor } from '@/lib/domain/message'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import type { PublicKey } from './key-ring'
import { sealBox } from './seal'

/** Which message a box is: sealed with its words, so that a row moved to another case or author is noticed. */
export interface MessageContext {
  readonly submissionId: string
  readonly author: MessageAuthor
}

const fields = z.object({ text: z.string(), context: z.string() })

/** Seals a message so that staff and the holder of the return code, whose public key is given, can open it. */
export async function sealMessage(
  { submissionId, author }: MessageContext,
  text: string,
  reporter: PublicKey,
): Promise<SealedBoxRow> {
  return sealBox('message', { text, context: canonicalJson({ submissionId, author }) }, [reporter])
}

/** The words of an opened message. Throws CannotOpenError when it is not the message its row says it is. */
export function messageText({ submissionId, author }: MessageContext, opened: unknown): string {
  const { success, data } = fields.safeParse(opened)
  if (!success || data.context !== canonicalJson({ submissionId, author })) throw new CannotOpenError()
  return data.text
}
