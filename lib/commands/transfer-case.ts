import 'server-only'
import { transfer } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { findHolder, isUnwanted } from './find-holder'
import { requireWords } from './require-words'

/**
 * Hands a case to somebody else, with a reason the next person can read. `invalid` without a person or a reason;
 * `left-out` for an officer the reporter asked to leave out, unless a supervisor decides it.
 */
export async function transferCase(
  actor: Actor,
  seen: CaseSeen & { readonly to: string; readonly reason: string },
) {
  const box = await sealBox('note', { text: requireWords(seen.reason) })
  await changeCase(actor, 'transfer', seen, async (found, tx) => {
    const holder = await findHolder(tx, seen.to, found)
    const unwanted = isUnwanted(holder, found)
    if (unwanted && actor.role !== 'supervisor') throw new DomainError('left-out')
    const { status, assigneeId } = transfer(stateOf(found), holder.id)
    return {
      patch: { status, assigneeId },
      type: 'transferred',
      detail: { from: found.assigneeId, to: holder.id, ...(unwanted ? { againstWish: true } : {}) },
      box,
    }
  })
}
