import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** Records that a supervisor has looked through an open case. From then on the next look is waited for. */
export async function reviewCase(actor: Actor, seen: CaseSeen): Promise<void> {
  await changeCase(actor, 'review', seen, () => ({ type: 'reviewed' }))
}
