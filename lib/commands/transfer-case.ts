import 'server-only'
import { transfer } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { findHolder } from './find-holder'
import { requireWords } from './require-words'

/** Hands a case to somebody else, with a reason the next person can read. `invalid` without a person or a reason. */
export async function transferCase(
  actor: Actor,
  seen: CaseSeen & { readonly to: string; readonly reason: string },
) {
  const box = await sealBox('note', { text: requireWords(seen.reason) })
  await changeCase(actor, 'transfer', seen, async (found, tx) => {
    const holder = await findHolder(tx, seen.to, found.restricted)
    const { status, assigneeId } = transfer(stateOf(found), holder.id)
    return {
      data: { status, assigneeId },
      type: 'transferred',
      detail: { from: found.assigneeId, to: holder.id },
      box,
    }
  })
}
