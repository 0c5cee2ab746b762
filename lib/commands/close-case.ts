import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { close } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { closingsFor } from '@/lib/domain/closing'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/** Closes a case with a disposition of the force and the reason for it. */
export async function closeCase(
  actor: Actor,
  seen: CaseSeen & { readonly disposition: string; readonly reason: string },
): Promise<void> {
  const box = await sealBox('note', { text: requireWords(seen.reason) })
  await changeCase(actor, 'close', seen, (found) => {
    const allowed = closingsFor(actor.role, now(), currentForce())
    const { status } = close(stateOf(found), seen.disposition, allowed)
    return {
      patch: { status, disposition: seen.disposition, closedAt: now() },
      type: 'closed',
      detail: { disposition: seen.disposition },
      box,
    }
  })
}
