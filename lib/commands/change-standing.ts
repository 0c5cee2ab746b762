import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { expectVersion } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { readStanding, standingActs } from '@/lib/domain/standing'
import type { GivenStanding, ReadStanding, StandingAct } from '@/lib/domain/standing'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import type { CaseSeen } from './change-case'
import { noteRefusal } from './note-refusal'

/** What is audited as refused. A page that came late is not. */
const refusals: ReadonlySet<DomainError['code']> = new Set(['forbidden', 'not-found'])

/**
 * Declares or lifts a conflict with a case, names somebody for a sealed one, or seals or unseals it, for a reason from the act's list.
 * Whoever held it and may not any more has handed it back. DomainError: `invalid`; `forbidden`; `not-found`, also when they may not
 * know of it; `conflict`; `bad-transition` (it is so already); `last-reader` where nobody would be there to read a sealed case.
 */
export async function changeStanding(
  actor: Actor,
  act: StandingAct,
  seen: CaseSeen,
  given: GivenStanding,
): Promise<void> {
  const { action } = standingActs[act]
  try {
    await change(actor, act, seen, readStanding(act, given))
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code))
      await noteRefusal(actor, seen.reference, { attempted: action, code: error.code })
    throw error
  }
}

async function change(
  actor: Actor,
  act: StandingAct,
  { reference, version }: CaseSeen,
  { account, reason }: ReadStanding,
): Promise<void> {
  await asActor(actor, async (tx) => {
    const found = await findVisibleCase(tx, actor, reference)
    expectVersion(stateOf(found), version)
    if (!can(actor, standingActs[act].action, factsOf(found), policyContext()))
      throw new DomainError('forbidden')
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT change_standing(${found.id}::uuid, ${version}::integer, ${now()}::timestamptz, ${act}, ${account}::uuid, ${reason})
             AS outcome`
    if (row?.outcome !== 'changed') throw new DomainError(codeOf(row?.outcome))
  })
}

const codes = ['not-found', 'bad-transition', 'invalid', 'last-reader'] as const

/** What is not a refusal of its own is somebody else's act in the moment since. */
function codeOf(outcome: string | undefined): DomainError['code'] {
  return codes.find((code) => code === outcome) ?? 'conflict'
}
