import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { expectVersion } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import type { CaseSeen } from './change-case'
import { noteRefusal } from './note-refusal'

type LifeAct = Extract<CaseAction, 'hold' | 'keep-longer' | 'request-erasure' | 'erase'>

/** What is audited as refused. A page that came late is not. */
const refusals: ReadonlySet<DomainError['code']> = new Set([
  'forbidden',
  'not-found',
  'on-hold',
  'own-request',
  'glass-unreviewed',
])

/**
 * The frame of every act on how long a case lives: may they, is it still what they saw, and then what the database's function makes of it.
 * DomainError: `not-found` also when they may not know it exists, `forbidden`, `conflict`, and what `work` throws or gives. A refusal is
 * audited.
 */
export async function actOnLife(
  actor: Actor,
  action: LifeAct,
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

const codes = [
  'not-found',
  'bad-transition',
  'on-hold',
  'glass-unreviewed',
  'own-request',
  'invalid',
] as const

/** What is not a refusal of its own is somebody else's act in the moment since. */
function codeOf(outcome: string | undefined): DomainError['code'] {
  return codes.find((code) => code === outcome) ?? 'conflict'
}
