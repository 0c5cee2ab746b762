import 'server-only'
import { now } from '@/lib/adapters/clock'
import { erasureStateOf } from '@/lib/domain/case-facts'
import { erasureReasons, expectErasable, holdReasons, readReasonOf } from '@/lib/domain/erasure'
import type { Actor } from '@/lib/domain/policy'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import type { CaseSeen } from './change-case'
import { actOnLife } from './life-of-case'

/** Forbids that a case is erased, for a reason from the list. DomainErrors as `eraseCase`, and `invalid`. */
export async function holdCase(actor: Actor, seen: CaseSeen & { readonly reason: string }): Promise<void> {
  const reason = readReasonOf(holdReasons, seen.reason)
  await actOnLife(
    actor,
    'hold',
    seen,
    (tx, { id, version }) => tx.$queryRaw`
    SELECT hold_case(${id}::uuid, ${version}::integer, ${now()}::timestamptz, ${reason}) AS outcome`,
  )
}

/** Lifts a legal hold. DomainErrors as `eraseCase`. */
export async function liftHold(actor: Actor, seen: CaseSeen): Promise<void> {
  await actOnLife(
    actor,
    'hold',
    seen,
    (tx, { id, version }) => tx.$queryRaw`
    SELECT hold_case(${id}::uuid, ${version}::integer, ${now()}::timestamptz, NULL) AS outcome`,
  )
}

/** Asks for a closed case to be erased, for a reason from the list. Another supervisor decides. DomainErrors as `eraseCase`, and `invalid`. */
export async function requestErasure(
  actor: Actor,
  seen: CaseSeen & { readonly reason: string },
): Promise<void> {
  const reason = readReasonOf(erasureReasons, seen.reason)
  await actOnLife(actor, 'request-erasure', seen, (tx, found) => {
    expectErasable(erasureStateOf(found))
    return tx.$queryRaw`SELECT request_erasure(${found.id}::uuid, ${found.version}::integer, ${now()}::timestamptz,
      ${reason}) AS outcome`
  })
}

/** Turns down, or takes back, that a case is erased. DomainErrors as `eraseCase`. */
export async function declineErasure(actor: Actor, seen: CaseSeen): Promise<void> {
  await actOnLife(
    actor,
    'request-erasure',
    seen,
    (tx, { id, version }) => tx.$queryRaw`
    SELECT decide_erasure(${id}::uuid, ${version}::integer, ${now()}::timestamptz, false) AS outcome`,
  )
}

/**
 * Erases a case that another supervisor asked to have erased: data keys, sealed words, messages, return code and blind indexes are
 * destroyed; the bare record, its history and the audit stay. Copies of the database of before become unreadable with the
 * next rotation of keys. DomainError: `step-up` without a fresh proof, `own-request`, `on-hold`, `glass-unreviewed`, `bad-transition` (open, erased, or
 * nobody asked), `conflict`, `forbidden`, and `not-found`, also when they may not know it exists.
 */
export async function eraseCase(by: SignedIn, seen: CaseSeen): Promise<void> {
  expectFresh(by, 'erase-case', now())
  await actOnLife(by.actor, 'erase', seen, (tx, found) => {
    expectErasable(erasureStateOf(found))
    return tx.$queryRaw`
      SELECT decide_erasure(${found.id}::uuid, ${found.version}::integer, ${now()}::timestamptz, true) AS outcome`
  })
}
