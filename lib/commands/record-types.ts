import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { DomainErrorCode } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { editionProblem } from '@/lib/domain/records/edition'
import { idOf, readProposal } from '@/lib/domain/records/read-proposal'
import type { ProposalFields } from '@/lib/domain/records/read-proposal'
import type { RecordTypeContent } from '@/lib/domain/records/record-type'
import { isUuid } from '@/lib/domain/uuid'
import { recordTypes } from '@/lib/queries/record-types'
import { today } from './journey-setting'

/**
 * Proposes a version of an ending, or an ending that is new: `disposition` empty. Another supervisor decides. DomainErrors: `forbidden`, `invalid`,
 * and `edition-…`, which say what is in its way.
 */
export async function proposeRecordType(actor: Actor, fields: ProposalFields): Promise<void> {
  if (actor.role !== 'supervisor') throw new DomainError('forbidden')
  const versions = await recordTypes(actor)
  const disposition = fields.disposition === '' ? idOf(fields.label) : fields.disposition
  const isNew = !versions.some((one) => one.disposition === disposition)
  // A new one that is called as one there is already would be a version of it, unsaid.
  if ((fields.disposition === '') !== isNew) throw new DomainError(isNew ? 'invalid' : 'edition-exists')
  const { content, reason } = readProposal({ ...fields, disposition }, positionOf(disposition, versions))
  const problem = editionProblem(content, today(), versions)
  if (problem !== null) throw new DomainError(`edition-${problem}`)
  const row = JSON.stringify(rowOf(content, reason))
  const outcome = await ask(
    actor,
    (tx) =>
      tx.$queryRaw`SELECT propose_record_type(${row}::jsonb, ${today()}::date, ${now()}::timestamptz) AS outcome`,
  )
  if (outcome !== 'proposed') throw new DomainError(codeOf(outcome))
}

/** Decides about somebody else's proposal. DomainErrors: `not-found`, `own-request`, `conflict`, and those of `proposeRecordType`. */
export async function decideRecordType(
  actor: Actor,
  { id, approve }: { readonly id: string; readonly approve: boolean },
): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  const outcome = await ask(
    actor,
    (tx) => tx.$queryRaw`
      SELECT decide_record_type(${id}::uuid, ${approve}::boolean, ${today()}::date, ${now()}::timestamptz) AS outcome`,
  )
  if (outcome !== 'decided') throw new DomainError(codeOf(outcome))
}

/** Takes back what one proposed oneself. DomainErrors: `not-found`, `conflict` where somebody has decided. */
export async function takeBackRecordType(actor: Actor, id: string): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  const outcome = await ask(
    actor,
    (tx) => tx.$queryRaw`SELECT take_back_record_type(${id}::uuid, ${now()}::timestamptz) AS outcome`,
  )
  if (outcome !== 'taken-back') throw new DomainError(codeOf(outcome))
}

type Ask = (tx: Parameters<Parameters<typeof asActor>[1]>[0]) => Promise<{ outcome: string }[]>

async function ask(actor: Actor, work: Ask): Promise<string | undefined> {
  const [row] = await asActor(actor, work)
  return row?.outcome
}

/** Where it stands in the list: a version where the ones before it do, a new one last. */
function positionOf(disposition: string, versions: readonly RecordTypeContent[]): number {
  const known = versions.find((one) => one.disposition === disposition)
  return known?.position ?? Math.max(0, ...versions.map(({ position }) => position)) + 1
}

function rowOf(content: RecordTypeContent, reason: string) {
  const { supervisorOnly, asksReason, asksReview, subjectData, from, until, ...same } = content
  return {
    id: randomUUID(),
    ...same,
    ...{ supervisor_only: supervisorOnly, asks_reason: asksReason, asks_review: asksReview },
    ...{ subject_data: subjectData, from_day: from, until_day: until, reason },
  }
}

const codes = [
  'forbidden',
  'not-found',
  'own-request',
  'edition-past',
  'edition-waiting',
  'edition-same-day',
  'edition-overlap',
] as const satisfies readonly DomainErrorCode[]

function codeOf(outcome: string | undefined): DomainErrorCode {
  return codes.find((code) => code === outcome || code === `edition-${outcome ?? ''}`) ?? 'conflict'
}
