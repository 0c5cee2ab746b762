import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { expectVersion } from '@/lib/domain/case'
import { erasureStateOf, factsOf, stateOf } from '@/lib/domain/case-facts'
import { erasureReasons, expectErasable, holdReasons, readReasonOf } from '@/lib/domain/erasure'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor, CaseAction } from '@/lib/domain/policy'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import type { Case } from '@/lib/db/generated/client'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import type { CaseSeen } from './change-case'
import { noteRefusal } from './note-refusal'

type ErasureAct = Extract<CaseAction, 'hold' | 'request-erasure' | 'erase'>

/** What is audited as refused. A page that came late is not. */
const refusals: ReadonlySet<DomainError['code']> = new Set([
  'forbidden',
  'not-found',
  'on-hold',
  'own-request',
])

/** Forbids that a case is erased, for a reason from the list. DomainErrors as `eraseCase`, and `invalid`. */
export async function holdCase(actor: Actor, seen: CaseSeen & { readonly reason: string }): Promise<void> {
  const reason = readReasonOf(holdReasons, seen.reason)
  await act(
    actor,
    'hold',
    seen,
    (tx, { id, version }) => tx.$queryRaw`
    SELECT hold_case(${id}::uuid, ${version}::integer, ${now()}::timestamptz, ${reason}) AS outcome`,
  )
}

/** Lifts a legal hold. DomainErrors as `eraseCase`. */
export async function liftHold(actor: Actor, seen: CaseSeen): Promise<void> {
  await act(
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
  await act(actor, 'request-erasure', seen, (tx, found) => {
    expectErasable(erasureStateOf(found))
    return tx.$queryRaw`SELECT request_erasure(${found.id}::uuid, ${found.version}::integer, ${now()}::timestamptz,
      ${reason}) AS outcome`
  })
}

/** Turns down, or takes back, that a case is erased. DomainErrors as `eraseCase`. */
export async function declineErasure(actor: Actor, seen: CaseSeen): Promise<void> {
  await act(
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
 * next rotation of keys. DomainError: `step-up` without a fresh proof, `own-request`, `on-hold`, `bad-transition` (open, erased, or
 * nobody asked), `conflict`, `forbidden`, and `not-found`, also when they may not know it exists.
 */
export async function eraseCase(by: SignedIn, seen: CaseSeen): Promise<void> {
  expectFresh(by, 'erase-case', now())
  await act(by.actor, 'erase', seen, (tx, found) => {
    expectErasable(erasureStateOf(found))
    return tx.$queryRaw`
      SELECT decide_erasure(${found.id}::uuid, ${found.version}::integer, ${now()}::timestamptz, true) AS outcome`
  })
}

async function act(
  actor: Actor,
  action: ErasureAct,
  seen: CaseSeen,
  work: (tx: Transaction, found: Case) => Promise<{ outcome: string }[]>,
): Promise<void> {
  try {
    await asActor(actor, async (tx) => {
      const found = await findVisibleCase(tx, actor, seen.reference)
      expectVersion(stateOf(found), seen.version)
      // Whoever erases has just proved who they are: that is asked before anything else.
      if (!can(actor, action, factsOf(found), policyContext(action === 'erase')))
        throw new DomainError('forbidden')
      const [row] = await work(tx, found)
      if (row?.outcome !== 'changed') throw new DomainError(codeOf(row?.outcome))
    })
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code))
      await noteRefusal(actor, seen.reference, { attempted: action, code: error.code })
    throw error
  }
}

const codes = ['not-found', 'bad-transition', 'on-hold', 'own-request'] as const

/** What is not a refusal of its own is somebody else's act in the moment since. */
function codeOf(outcome: string | undefined): DomainError['code'] {
  return codes.find((code) => code === outcome) ?? 'conflict'
}
