import 'server-only'
import { handBack } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

interface HandedBack extends CaseSeen {
  readonly reason: string
}

/**
 * Hands a case back to the desk, with words for whoever takes it: it is nobody's, routed anew, and whoever had it is not asked again. Errors as
 * `changeCase`, and `invalid` without words.
 */
export async function handCaseBack(actor: Actor, { reason, ...seen }: HandedBack): Promise<void> {
  const box = await sealBox('note', { text: requireWords(reason) })
  await changeCase(actor, 'transfer', seen, (found) => {
    const { status, assigneeId } = handBack(stateOf(found))
    return { patch: { status, assigneeId }, type: 'handed-back', detail: { from: found.assigneeId }, box }
  })
}
