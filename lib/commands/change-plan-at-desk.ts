import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { actsOn, expectVersion } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { tellsWhoTheyAre } from '@/lib/domain/code-renewal'
import { readKnownBy } from '@/lib/domain/contact/known-by'
import type { KnownBy } from '@/lib/domain/contact/known-by'
import { DomainError } from '@/lib/domain/errors'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { Answers } from '@/lib/journey/definition'
import { readWhole } from '@/lib/journey/whole'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import { safeContactFor } from '@/lib/journeys/safe-contact'
import { widenedBy } from '@/lib/journeys/widened'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { openPlan } from '@/lib/queries/open-plan'
import { policyContext } from '@/lib/queries/policy-context'
import type { CaseSeen } from './change-case'
import { journeySetting, today } from './journey-setting'
import { noteRefusal } from './note-refusal'
import { planRow } from './plan-row'

/** What somebody said on the telephone, as it was posted. */
interface Asked extends CaseSeen {
  readonly planVersion: number
  readonly known: string
  readonly form: URLSearchParams
}

interface Found {
  readonly id: string
  readonly submissionId: string
  readonly hasReturnCode: boolean
}

/**
 * Puts what somebody says now of how they may be reached in the place of the plan that holds, for them: by whoever writes on the case, who says how
 * they know them. The history and the audit hold that in codes, and what is allowed now that was not. `opening`: why they open the case, for the
 * look at the plan that holds. DomainErrors: `reason-missing` (not said how they are known), `invalid` (an answer is missing or does not fit),
 * `number-unknown` (rung where that says nothing), `not-opened` (the plan that holds cannot be read), `plan-changed`, `conflict`, `forbidden`,
 * `not-found`, `bad-transition`.
 */
export async function changePlanAtDesk(
  actor: Actor,
  asked: Asked,
  opening: OpeningReason | null,
): Promise<void> {
  const found = await expectAllowed(actor, asked)
  const known = readKnownBy(asked.known)
  const answers = await answersIn(asked.form, found)
  if (opening === null) throw new DomainError('no-reason')
  const widened = await widenedIn(actor, asked, { known, answers, opening })
  const at = now()
  const { submissionId, hasReturnCode } = found
  const token = randomUUID()
  const plan = await planRow({ submissionId, token, answers, locale: 'en', at, hasReturnCode })
  const rows = JSON.stringify({ at: at.toISOString(), known, widened, plan })
  const { version, planVersion } = asked
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ outcome: string }[]>`
      SELECT change_plan_at_desk(${found.id}::uuid, ${version}::integer, ${planVersion}::integer, ${rows}::jsonb) AS outcome`,
  )
  if (row?.outcome === 'changed') return
  const refused = (['not-found', 'plan-changed'] as const).find((code) => code === row?.outcome)
  throw new DomainError(refused ?? 'conflict')
}

/** The refusal of somebody who may not is in the audit. */
async function expectAllowed(actor: Actor, asked: Asked): Promise<Found> {
  try {
    return await asActor(actor, (tx) => findAllowed(tx, actor, asked))
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found'))
      await noteRefusal(actor, asked.reference, { attempted: 'change-plan', code: error.code })
    throw error
  }
}

async function findAllowed(tx: Transaction, actor: Actor, asked: Asked): Promise<Found> {
  const found = await findVisibleCase(tx, actor, asked.reference)
  if (!can(actor, 'change-plan', factsOf(found), policyContext())) throw new DomainError('forbidden')
  // Before the version: what they have to know is that another plan holds, and not that something is otherwise.
  if (asked.planVersion !== found.planVersion) throw new DomainError('plan-changed')
  expectVersion(stateOf(found), asked.version)
  if (!actsOn(stateOf(found)).includes('change-plan')) throw new DomainError('bad-transition')
  const { id, submissionId } = found
  const [row] = await tx.$queryRaw<[{ hasReturnCode: boolean }]>`
    SELECT EXISTS (SELECT FROM return_code WHERE submission_id = ${submissionId}::uuid) AS "hasReturnCode"`
  return { id, submissionId, hasReturnCode: row.hasReturnCode }
}

async function answersIn(form: URLSearchParams, { hasReturnCode }: Found): Promise<Answers> {
  const setting = await journeySetting('online', {})
  const { answers, errors } = readWhole(safeContactFor(hasReturnCode), form, setting, today())
  if (Object.keys(errors).length > 0) throw new DomainError('invalid')
  return answers
}

/** What is allowed now and was not, in codes; left out where that is nothing. */
async function widenedIn(
  actor: Actor,
  { reference, planVersion }: Asked,
  { known, answers, opening }: { known: KnownBy; answers: Answers; opening: OpeningReason },
): Promise<string | undefined> {
  const held = await openPlan(actor, reference, opening)
  if (held === null) throw new DomainError('not-opened')
  if (held.version !== planVersion) throw new DomainError('plan-changed')
  if (known === 'rang-known-number' && !tellsWhoTheyAre(held.number, now()))
    throw new DomainError('number-unknown')
  const wider = widenedBy(held.plan, contactPlanOf(answers))
  return wider.length === 0 ? undefined : wider.join(' ')
}
