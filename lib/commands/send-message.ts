import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import type { Prisma } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import { longestMessage } from '@/lib/domain/message'
import type { Actor } from '@/lib/domain/policy'
import { sealMessage } from '@/lib/sealing/message-box'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { insertBox } from './insert-box'
import { requireWords } from './require-words'

/**
 * Leaves a message for the holder of the return code, which they and staff can open. `invalid` when it is empty or too
 * long, `bad-transition` when there is no return code to read it with. Writing out counts as a disclosure in the audit.
 */
export async function sendMessage(actor: Actor, seen: CaseSeen & { readonly text: string }): Promise<void> {
  const text = requireWords(seen.text, longestMessage)
  await changeCase(actor, 'send-message', seen, async ({ submissionId }, tx) => {
    const at = now()
    await insertMessage(tx, actor, submissionId, text, at)
    return {
      data: { lastMessageAt: at, lastMessageFrom: 'staff' },
      type: 'message-sent',
      audited: 'disclosed',
    }
  })
}

async function insertMessage(
  tx: Prisma.TransactionClient,
  actor: Actor,
  submissionId: string,
  text: string,
  at: Date,
): Promise<void> {
  const code = await tx.returnCode.findUnique({ where: { submissionId } })
  if (code === null) throw new DomainError('bad-transition')
  const key = reporterPublicKey(submissionId, code.reporterPublicKey)
  const box = await sealMessage({ submissionId, author: 'staff' }, text, key)
  await insertBox(tx, box)
  await tx.message.create({
    data: { id: randomUUID(), submissionId, at, author: 'staff', accountId: actor.id, boxId: box.id },
  })
}
