import { createHash, randomUUID } from 'node:crypto'
import { ownerDb } from '@/lib/db/owner'
import type { CaseColumns } from '@/lib/domain/case-facts'
import { currentForce } from '@/lib/config/current-force'

/**
 * What a case of a test is. A sealed one with nobody named for it gets its readers as it would on arrival; with an empty list it is
 * named to somebody who is not there.
 */
export type PlannedCase = Omit<CaseColumns, 'version' | 'id' | 'namedIds' | 'conflictedIds'> &
  Partial<Pick<CaseColumns, 'namedIds' | 'conflictedIds'>>

const nobodyHere = randomUUID()

/** A case as the policy looks at it, with the boxes that hang on it. */
export interface ParityRow extends CaseColumns {
  readonly id: string
  readonly reference: string
  readonly boxes: {
    readonly submission: string
    readonly equality: string
    readonly event: string
    readonly message: string
  }
}

const most = 2_000

/** A case with these facts and fresh ids. */
export function parityRow(reference: string, facts: PlannedCase): ParityRow {
  const boxes = {
    submission: randomUUID(),
    equality: randomUUID(),
    event: randomUUID(),
    message: randomUUID(),
  }
  const { namedIds = facts.restricted ? undefined : [], conflictedIds = [] } = facts
  const named = facts.restricted && namedIds?.length === 0 ? [nobodyHere] : (namedIds ?? [])
  return { ...facts, namedIds: named, conflictedIds, id: randomUUID(), reference, version: 1, boxes }
}

/** Stores cases with everything that can hang on one: each submission has the id of its case. */
export async function storeParityRows(rows: readonly ParityRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += most) await store(rows.slice(from, from + most))
}

/** Takes them away again, so that no other test meets them. */
export async function dropParityRows(rows: readonly ParityRow[]): Promise<void> {
  const db = ownerDb()
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most)
    const ids = some.map(({ id }) => id)
    const ofCase = { where: { caseId: { in: ids } } }
    const ofSubmission = { where: { submissionId: { in: ids } } }
    await db.caseEvent.deleteMany(ofCase)
    await db.routingDecision.deleteMany(ofCase)
    await db.message.deleteMany(ofSubmission)
    await db.returnCode.deleteMany(ofSubmission)
    await db.case.deleteMany(ofSubmission)
    await db.submission.deleteMany({ where: { id: { in: ids } } })
    await db.sealedBox.deleteMany({
      where: { id: { in: some.flatMap(({ boxes }) => Object.values(boxes)) } },
    })
  }
}

async function store(rows: readonly ParityRow[]): Promise<void> {
  const force = currentForce().id
  const boxes = rows.flatMap((row) => Object.values(row.boxes))
  const bytes = new Uint8Array([1])
  const db = ownerDb()
  await db.sealedBox.createMany({ data: boxes.map((id) => ({ id, purpose: 'parity', suite: 1 })) })
  await db.sealedField.createMany({
    data: boxes.map((boxId) => ({ boxId, field: 'text', ciphertext: bytes })),
  })
  await db.keyWrap.createMany({ data: boxes.map((boxId) => ({ boxId, keyId: 'none', wrap: bytes })) })
  await db.submission.createMany({
    data: rows.map(({ id, reference, receivedAt, boxes: { submission, equality } }) => ({
      ...{ id, reference, force, receivedAt, kind: 'report', channel: 'online', locale: 'en' },
      ...{ boxId: submission, equalityBoxId: equality, journeyVersion: 1, tokenHash: hashOf(id) },
    })),
  })
  await db.returnCode.createMany({
    data: rows.map(({ id }) => ({
      ...{
        lookup: hashOf(`code ${id}`),
        submissionId: id,
        reporterPublicKey: bytes,
        wrappedPrivateKey: bytes,
      },
    })),
  })
  await db.case.createMany({
    data: rows.map(({ id, reference, version, ...row }) => ({
      ...{ id, reference, version, district: row.district, status: row.status },
      ...{ assigneeId: row.assigneeId, recordedById: row.recordedById, receivedAt: row.receivedAt },
      ...{ restricted: row.restricted, namesExclusion: row.namesExclusion },
      ...{ namedIds: [...row.namedIds], conflictedIds: [...row.conflictedIds] },
      offeredToId: row.offeredToId ?? null,
      ...(row.status === 'closed' ? { closedAt: row.receivedAt, disposition: 'advice' } : {}),
      ...{ submissionId: id, force, kind: 'report', channel: 'online', strands: ['race'], languages: [] },
      ...{ riskSuggested: 'low', riskRank: 2, riskRules: [], wantsOfficer: false },
      ...{ excludedDistricts: [...row.excludedDistricts], promisedBy: row.receivedAt },
    })),
  })
  await db.caseIndex.createMany({
    data: rows.map(({ id }) => ({ caseId: id, keyId: 'none', kind: 'surname', term: new Uint8Array(3) })),
  })
  await db.caseEvent.createMany({
    data: rows.map(({ id, receivedAt, boxes: { event } }) => ({
      ...{ id: randomUUID(), caseId: id, at: receivedAt, type: 'noted', boxId: event },
    })),
  })
  await db.message.createMany({
    data: rows.map(({ id, receivedAt, boxes: { message } }) => ({
      ...{ id: message, submissionId: id, at: receivedAt, author: 'reporter', boxId: message },
    })),
  })
  await db.routingDecision.createMany({
    data: rows.map(({ id, receivedAt }) => ({
      ...{ id: randomUUID(), caseId: id, at: receivedAt, decision: {} },
    })),
  })
}

function hashOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
