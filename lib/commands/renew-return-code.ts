import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { expectVersion } from '@/lib/domain/case'
import { factsOf, stateOf } from '@/lib/domain/case-facts'
import { readChecks, tellsWhoTheyAre } from '@/lib/domain/code-renewal'
import type { IdentityCheck } from '@/lib/domain/code-renewal'
import { DomainError } from '@/lib/domain/errors'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import { can } from '@/lib/domain/policy'
import { newReturnCode } from '@/lib/domain/return-code'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import { findBoxes } from '@/lib/queries/find-boxes'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { openSubmission } from '@/lib/queries/open-submission'
import type { OpenedSubmission } from '@/lib/queries/open-submission'
import { policyContext } from '@/lib/queries/policy-context'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'
import { returnCodeRow } from '@/lib/sealing/return-code-keys'
import { rewrapForReporter } from '@/lib/sealing/rewrap-for-reporter'
import { appendAudit } from './append-audit'
import type { CaseSeen } from './change-case'
import { hashValue, returnCodeValues } from './intake-rows'
import { noteRefusal } from './note-refusal'

/** Whose code it is, why the case is opened, and how they were checked. */
interface Renewal extends CaseSeen {
  readonly opening: OpeningReason
  readonly checks: readonly string[]
}

const answer = z.string().nullish()
const answers = z.object({ answers: z.looseObject({ name: answer, phone: answer }) })

/**
 * A new return code for somebody who gave their name when they wrote to us, has lost theirs and was checked by a supervisor who has just proved who they are. The old
 * one opens nothing any more; what was written is sealed to the new one's key, no word of it opened. Gives the code, which is kept nowhere.
 * DomainErrors: `step-up`, `reason-missing` (not said how they were checked), `forbidden`, `not-found`, `conflict`, `nameless`, `number-unknown`
 * (rung where that says nothing), and `bad-transition` where there was no code.
 */
export async function renewReturnCode(signedIn: SignedIn, renewal: Renewal): Promise<string> {
  expectFresh(signedIn, 'renew-code', now())
  const { actor } = signedIn
  const { reference, opening } = renewal
  const checks = readChecks(renewal.checks)
  try {
    await asActor(actor, (tx) => expectAllowed(tx, signedIn, renewal))
    expectKnown(await openSubmission(actor, reference, opening), checks)
    await asActor(actor, (tx) => noteRenewing(tx, signedIn, renewal))
    return await asActor(actor, (tx) => renew(tx, signedIn, renewal, checks.join(' ')))
  } catch (error) {
    if (error instanceof DomainError && error.code === 'forbidden')
      await noteRefusal(actor, reference, { attempted: 'renew-code', code: error.code })
    throw error
  }
}

/** Of what was sent: a plan that came later may be anybody's who found the code. */
function expectKnown(
  { fields, plan }: Pick<OpenedSubmission, 'fields' | 'plan'>,
  checks: readonly IdentityCheck[],
): void {
  const sent = answers.parse(JSON.parse(fields.answers ?? '')).answers
  if ((sent.name ?? '').trim() === '') throw new DomainError('nameless')
  const held = plan.stored === null ? sent.phone : plan.stored.answers.phone
  const number = {
    held: typeof held === 'string' ? held : null,
    sent: sent.phone ?? null,
    since: plan.madeAt,
  }
  if (checks.includes('rang-known-number') && !tellsWhoTheyAre(number, now()))
    throw new DomainError('number-unknown')
}

async function expectAllowed(tx: Transaction, { actor }: SignedIn, { reference, version }: Renewal) {
  const found = await findVisibleCase(tx, actor, reference)
  expectVersion(stateOf(found), version)
  // Who looks through cases checks who somebody is: supervisors alone.
  if (!can(actor, 'review', factsOf(found), policyContext())) throw new DomainError('forbidden')
}

/** Committed before any data key is taken out of its wrap, like every row of a look. */
async function noteRenewing(tx: Transaction, { actor }: SignedIn, { reference }: Renewal): Promise<void> {
  const { id: caseId } = await findVisibleCase(tx, actor, reference)
  const who = { actorId: actor.id, role: actor.role }
  await appendAudit(tx, { ...who, action: 'code-renewing', caseId, reference, detail: {} })
}

async function renew(
  tx: Transaction,
  { actor }: SignedIn,
  { reference, version }: Renewal,
  checked: string,
): Promise<string> {
  const { id, submissionId } = await findVisibleCase(tx, actor, reference)
  const code = newReturnCode(randomBytes(32))
  const made = await returnCodeRow(code, submissionId)
  const wraps = await rewrapForReporter(
    await writtenBoxes(tx, submissionId),
    reporterPublicKey(submissionId, made.reporterPublicKey),
  )
  const rows = {
    ...{ at: now().toISOString(), checked, return_code: returnCodeValues(made) },
    wraps: wraps.map(({ boxId, wrap }) => ({ box_id: boxId, wrap: hashValue(wrap) })),
  }
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT renew_return_code(${id}::uuid, ${version}::integer, ${JSON.stringify(rows)}::jsonb) AS outcome`
  if (row?.outcome === 'changed') return code
  const refused = (['not-found', 'bad-transition'] as const).find((known) => known === row?.outcome)
  throw new DomainError(refused ?? 'conflict')
}

/** Everything that whoever has the code reads: messages, what was agreed, and which files they sent. */
async function writtenBoxes(tx: Transaction, submissionId: string) {
  const where = { where: { submissionId }, select: { boxId: true } }
  const rows = [
    ...(await tx.message.findMany(where)),
    ...(await tx.agreement.findMany(where)),
    ...(await tx.evidence.findMany(where)),
  ]
  const boxes = await findBoxes(
    tx,
    rows.flatMap(({ boxId }) => boxId ?? []),
  )
  return [...boxes.values()]
}
