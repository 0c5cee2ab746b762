import 'server-only'
import { now } from '@/lib/adapters/clock'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

interface Tension extends CaseSeen {
  readonly isMarked: boolean
  readonly reason: string
}

/**
 * A supervisor says that a community may be in tension over a case, or not any more, and why, sealed. DomainErrors as `changeCase`, `invalid`
 * without a reason, and `bad-transition` where it is so already.
 */
export async function markTension(actor: Actor, { isMarked, reason, ...seen }: Tension): Promise<void> {
  const box = await sealBox('note', { text: requireWords(reason) })
  await changeCase(actor, 'review', seen, ({ tensionAt }) => {
    if ((tensionAt !== null) === isMarked) throw new DomainError('bad-transition')
    return {
      patch: { tensionAt: isMarked ? now() : null },
      type: isMarked ? 'tension-marked' : 'tension-lifted',
      box,
    }
  })
}
