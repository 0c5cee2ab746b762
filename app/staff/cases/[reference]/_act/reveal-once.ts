import 'server-only'
import type { Session } from '@/lib/auth/session'
import { isSteppedUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { isIdentityAnswer } from '@/lib/domain/identity'
import type { IdentityReason } from '@/lib/domain/identity'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import { policyContext } from '@/lib/queries/policy-context'
import { showOnce, shownOnce } from '../../../_http/kept-form'

/** What of a case is hidden until it is asked for, by the name of the form that asks. */
export type HiddenPart = 'reveal' | 'identity'

interface Asked {
  readonly reason: string
  /** The policy's, for somebody who has just proved who they are. */
  readonly context: PolicyContext
}

/** Has the page of a case show a part of it to `actor` the next time, and only then. */
export function askToReveal(actor: Actor, reference: string, part: HiddenPart, reason = ''): Promise<void> {
  const form = { page: staffPaths.case(reference), form: part, fields: ['reference', 'reason'] }
  return showOnce(actor, form, { reference, reason })
}

/** Whether this look at a case shows its addresses: asked for a moment ago, by somebody whose proof still counts. */
export async function revealOnce(session: Session, reference: string): Promise<PolicyContext | null> {
  return (await askedFor(session, reference, 'reveal'))?.context ?? null
}

/** The same for who the person is, and why it was asked for. */
export async function identityOnce(
  session: Session,
  reference: string,
): Promise<{ readonly reason: IdentityReason; readonly context: PolicyContext } | null> {
  const asked = await askedFor(session, reference, 'identity')
  return asked !== null && isIdentityAnswer(asked.reason)
    ? { reason: asked.reason, context: asked.context }
    : null
}

async function askedFor(session: Session, reference: string, part: HiddenPart): Promise<Asked | null> {
  const asked = await shownOnce(session.actor, staffPaths.case(reference), part)
  if (asked === null || !isSteppedUp(session)) return null
  return { reason: asked.values.reason ?? '', context: policyContext(true) }
}

/** Has the page of a case show its telephone number to `actor` the next time, and only then, by the plan of this version and no other. */
export function askForNumber(actor: Actor, reference: string, planVersion: number): Promise<void> {
  const form = { page: staffPaths.case(reference), form: 'number', fields: ['plan'] }
  return showOnce(actor, form, { plan: String(planVersion) })
}

/** By which plan this look at a case shows its telephone number: asked for a moment ago. Null where it does not. */
export async function numberOnce(actor: Actor, reference: string): Promise<number | null> {
  const asked = await shownOnce(actor, staffPaths.case(reference), 'number')
  return asked === null ? null : Number(asked.values.plan)
}
