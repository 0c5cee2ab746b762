import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'
import { noteRefusal } from './note-refusal'

/** What is kept of a case that was given out, in codes: to whom, which parts, how. */
type HandOutDetail = Readonly<Record<string, string>>

/** Writes the database's rows of one way out. */
type Write<T> = (tx: Transaction, found: Case, rows: WrittenRows) => Promise<T>

interface WrittenRows {
  readonly at: Date
  readonly detail: string
  /** Why, sealed. */
  readonly box: string
}

/** The case, for somebody who may give it out and has just proved who they are. DomainErrors: `not-found`, `forbidden`, `erased`. */
async function expectMayHandOut(tx: Transaction, actor: Actor, reference: string): Promise<Case> {
  const found = await findVisibleCase(tx, actor, reference)
  if (!can(actor, 'hand-out', factsOf(found), policyContext(true))) throw new DomainError('forbidden')
  if (found.erasedAt !== null) throw new DomainError('erased')
  return found
}

/**
 * Gives a case out: its history and the audit have their row, committed, before `give` opens anything. What was not theirs to do is audited too.
 * DomainErrors besides those of `give`: `step-up`, `not-found`, `forbidden`, `erased`.
 */
export async function givingOut<N, T>(
  by: SignedIn,
  out: { readonly reference: string; readonly detail: HandOutDetail; readonly why: string },
  write: Write<N>,
  give: (found: Case, noted: N) => Promise<T>,
): Promise<T> {
  expectFresh(by, 'hand-out', now())
  const { actor } = by
  const { reference } = out
  try {
    const at = now()
    const box = JSON.stringify(boxRow(await sealBox('note', { text: out.why }), at))
    const rows = { at, detail: JSON.stringify(out.detail), box }
    const { found, noted } = await asActor(actor, async (tx) => {
      const about = await expectMayHandOut(tx, actor, reference)
      return { found: about, noted: await write(tx, about, rows) }
    })
    const given = await give(found, noted)
    // Whoever lost the right meanwhile gets nothing.
    await asActor(actor, (tx) => expectMayHandOut(tx, actor, reference))
    return given
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found'))
      await noteRefusal(actor, reference, { attempted: 'hand-out', code: error.code })
    throw error
  }
}

/** The row of a way out that has no table of its own. */
export async function writeHandOut(tx: Transaction, { id }: Case, rows: WrittenRows): Promise<void> {
  const { at, detail, box } = rows
  const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
    SELECT note_hand_out(${id}::uuid, ${at}::timestamptz, ${detail}::jsonb, ${box}::jsonb) AS noted`
  if (row?.noted !== true) throw new DomainError('forbidden')
}
