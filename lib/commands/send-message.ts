import 'server-only'
import type { Transaction } from '@/lib/db/client'
import { hasTimesToRead } from '@/lib/domain/contact/send-hours'
import { DomainError } from '@/lib/domain/errors'
import { longestMessage } from '@/lib/domain/message'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { openPlan } from '@/lib/queries/open-plan'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { sealMessage } from '@/lib/sealing/message-box'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'
import { tellOfNews } from './tell-of-news'

/**
 * Leaves a message for the holder of the return code, which they and staff can open. `invalid` when it is empty or too
 * long, `bad-transition` when there is no return code to read it with. Writing out counts as a disclosure in the audit.
 * Where their plan lets them be told by text or e-mail, they are told that there is something new, and no more: by itself, but where they wrote of
 * times in words, only where whoever writes has read those and says so, by the plan of that version (`tellBy`; `plan-changed` where another holds).
 * `opening`: why the case is opened, for the look at the plan; without it nobody is told.
 */
export async function sendMessage(
  actor: Actor,
  seen: CaseSeen & { readonly text: string; readonly tellBy?: number | null },
  opening: OpeningReason | null = null,
): Promise<void> {
  const text = requireWords(seen.text, longestMessage)
  const held = opening === null ? null : await openPlan(actor, seen.reference, opening)
  const tellBy = seen.tellBy ?? null
  if (held !== null && tellBy !== null && tellBy !== held.version) throw new DomainError('plan-changed')
  const isToTell = held !== null && (tellBy !== null || !hasTimesToRead(held.plan))
  await changeCase(actor, 'send-message', seen, async ({ id, submissionId }, tx) => {
    const message = await messageFor(tx, submissionId, text)
    if (isToTell) await tellOfNews(tx, { id, submissionId }, held)
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
