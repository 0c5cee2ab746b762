import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { expectVersion } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { readLinkKind } from '@/lib/domain/case-link'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import type { CaseSeen } from './change-case'
import { noteRefusal } from './note-refusal'

/** What is done with two cases: the one whose page the form was on, and another by its reference. */
interface Tied extends Omit<CaseSeen, 'planVersion'> {
  readonly other: string
}

type Outcome = Promise<readonly { readonly outcome: string }[]>

/**
 * Links two cases, for a reason from a list. DomainErrors: `reason-missing`; `other-not-found` (none of that reference, or none they may know of or
 * work on); `same-case`; `linked-already`; `conflict`; `forbidden`; `not-found`; `bad-transition` (one of them is erased).
 */
export function linkCases(actor: Actor, seen: Tied & { readonly kind: string }): Promise<void> {
  return tie(actor, seen, (tx, one, other) => {
    const kind = readLinkKind(seen.kind)
    return tx.$queryRaw`
      SELECT link_cases(${one.id}::uuid, ${seen.version}::integer, ${other.id}::uuid, ${kind}, ${now()}::timestamptz) AS outcome`
  })
}

/** Takes the link of two cases back. The other need only be known to whoever does it. */
export function unlinkCases(actor: Actor, seen: Tied): Promise<void> {
  return tie(
    actor,
    seen,
    (tx, one, other) => tx.$queryRaw`
      SELECT unlink_cases(${one.id}::uuid, ${seen.version}::integer, ${other.id}::uuid, ${now()}::timestamptz) AS outcome`,
  )
}

/**
 * Has the case go on in another: nothing is copied, and taking it back makes all as it was. DomainErrors besides those of `linkCases`: `merge-circle`,
 * `merged-already`, `other-merged`, `other-closed`, `case-sealed`, `holder-may-not` (whoever has the other may not have this one).
 */
export function mergeCase(actor: Actor, seen: Tied): Promise<void> {
  return tie(
    actor,
    seen,
    (tx, one, other) => tx.$queryRaw`
      SELECT merge_case(${one.id}::uuid, ${seen.version}::integer, ${other.id}::uuid, ${now()}::timestamptz) AS outcome`,
  )
}

/** Takes a merge back: the case is again whoever's it was, if they may still have it, and its clocks run on. */
export function unmergeCase(actor: Actor, seen: Omit<CaseSeen, 'planVersion'>): Promise<void> {
  return workOnCase(actor, seen, async (tx, one) =>
    expectChanged(
      await tx.$queryRaw<
        { outcome: string }[]
      >`SELECT unmerge_case(${one.id}::uuid, ${seen.version}::integer, ${now()}::timestamptz) AS outcome`,
    ),
  )
}

function tie(
  actor: Actor,
  seen: Tied,
  act: (tx: Transaction, one: Case, other: Case) => Outcome,
): Promise<void> {
  return workOnCase(actor, seen, async (tx, one) => {
    const other = await otherCase(tx, actor, seen.other)
    expectChanged(await act(tx, one, other))
  })
}

async function otherCase(tx: Transaction, actor: Actor, text: string): Promise<Case> {
  const reference = parseReference(text)
  if (reference === null) throw new DomainError('other-not-found')
  try {
    return await findVisibleCase(tx, actor, reference)
  } catch (error) {
    throw error instanceof DomainError ? new DomainError('other-not-found') : error
  }
}

/** The frame of whatever is done to a case besides its own course: may they, and is it still what they saw. Whoever is refused is in the audit. */
export async function workOnCase(
  actor: Actor,
  { reference, version }: Omit<CaseSeen, 'planVersion'>,
  act: (tx: Transaction, one: Case) => Promise<void>,
): Promise<void> {
  try {
    await asActor(actor, async (tx) => {
      const one = await findVisibleCase(tx, actor, reference)
      if (!can(actor, 'work', factsOf(one), policyContext())) throw new DomainError('forbidden')
      expectVersion(stateOf(one), version)
      await act(tx, one)
    })
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code))
      await noteRefusal(actor, reference, { attempted: 'work', code: error.code })
    throw error
  }
}

/** What is audited as refused: what somebody was not to do, or not to know of. */
const refusals: ReadonlySet<DomainError['code']> = new Set(['forbidden', 'not-found', 'other-not-found'])

const codes = [
  'bad-transition',
  'same-case',
  'linked-already',
  'merge-circle',
  'merged-already',
  'other-merged',
  'other-closed',
  'case-sealed',
  'holder-may-not',
] as const

/** This case was there a moment ago: what the database does not find, or lets nobody work on, is the other. */
function expectChanged([row]: Awaited<Outcome>): void {
  if (row?.outcome === 'changed') return
  if (row?.outcome === 'not-found') throw new DomainError('other-not-found')
  throw new DomainError(codes.find((code) => code === row?.outcome) ?? 'conflict')
}
