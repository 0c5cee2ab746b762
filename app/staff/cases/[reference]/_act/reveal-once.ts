import 'server-only'
import type { Session } from '@/lib/auth/session'
import { isSteppedUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import { policyContext } from '@/lib/queries/policy-context'
import { showOnce, shownOnce } from '../../../_http/kept-form'

const form = 'reveal'

/** Has the page of a case show its addresses to `actor` the next time, and only then. */
export function askToReveal(actor: Actor, reference: string): Promise<void> {
  return showOnce(actor, { page: staffPaths.case(reference), form, fields: ['reference'] }, { reference })
}

/** Whether this look at a case shows its addresses: asked for a moment ago, by somebody whose proof still counts. */
export async function revealOnce(session: Session, reference: string): Promise<PolicyContext | null> {
  const asked = await shownOnce(session.actor, staffPaths.case(reference), form)
  return asked !== null && isSteppedUp(session) ? policyContext(true) : null
}
