import 'server-only'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { longestMessage } from '@/lib/domain/message'
import type { Actor } from '@/lib/domain/policy'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { sealMessage } from '@/lib/sealing/message-box'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/**
 * Leaves a message for the holder of the return code, which they and staff can open. `invalid` when it is empty or too
 * long, `bad-transition` when there is no return code to read it with. Writing out counts as a disclosure in the audit.
 */
export async function sendMessage(actor: Actor, seen: CaseSeen & { readonly text: string }): Promise<void> {
  const text = requireWords(seen.text, longestMessage)
  await changeCase(actor, 'send-message', seen, async ({ submissionId }, tx) => {
    const message = await messageFor(tx, submissionId, text)
    return { type: 'message-sent', audited: 'disclosed', message }
  })
}

async function messageFor(tx: Transaction, submissionId: string, text: string): Promise<SealedBoxRow> {
  // Two columns of this table are the desk's to read; Prisma's own queries ask for its primary key as well.
  const [code] = await tx.$queryRaw<{ reporterPublicKey: Uint8Array }[]>`
    SELECT reporter_public_key AS "reporterPublicKey" FROM return_code WHERE submission_id = ${submissionId}::uuid`
  if (code === undefined) throw new DomainError('bad-transition')
  const key = reporterPublicKey(submissionId, code.reporterPublicKey)
  return sealMessage({ submissionId, author: 'staff' }, text, key)
}
