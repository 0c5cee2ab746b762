import { parityRow, storeParityRows } from './parity-rows'
import type { ParityRow, PlannedCase } from './parity-rows'
import { ownerDb } from '@/lib/db/owner'
import type { Answers } from '@/lib/journey/definition'
import { canonicalJson } from '@/lib/sealing/canonical-json'
import { sealBox } from '@/lib/sealing/seal'
import type { SealedBoxRow } from '@/lib/sealing/box'

/** A case with these facts whose answers are sealed as those of a report are. */
export interface SealedCase {
  readonly row: ParityRow
  readonly box: SealedBoxRow
}

/** Seals answers for a case with these facts. */
export async function sealedCase(
  reference: string,
  facts: PlannedCase,
  answers: Answers,
): Promise<SealedCase> {
  const sent = canonicalJson({ journey: 'report', version: 1, answers: { ...answers } })
  const box = await sealBox('submission', { answers: sent, transcript: '[]', contact: '[]' })
  const row = parityRow(reference, facts)
  return { row: { ...row, boxes: { ...row.boxes, submission: box.id } }, box }
}

/** Stores them, found by nothing yet. `dropParityRows` takes their rows away again. */
export async function storeSealedCases(cases: readonly SealedCase[]): Promise<void> {
  await storeParityRows(cases.map(({ row }) => row))
  const boxId = { in: cases.map(({ box }) => box.id) }
  const db = ownerDb()
  await db.caseIndex.deleteMany({ where: { caseId: { in: cases.map(({ row }) => row.id) } } })
  await db.sealedField.deleteMany({ where: { boxId } })
  await db.keyWrap.deleteMany({ where: { boxId } })
  await db.sealedBox.updateMany({ where: { id: boxId }, data: { purpose: 'submission' } })
  await db.sealedField.createMany({
    data: cases.flatMap(({ box }) =>
      box.fields.map((field) => ({ ...field, boxId: box.id, ciphertext: new Uint8Array(field.ciphertext) })),
    ),
  })
  await db.keyWrap.createMany({
    data: cases.flatMap(({ box }) =>
      box.wraps.map(({ keyId, wrap }) => ({ boxId: box.id, keyId, wrap: new Uint8Array(wrap) })),
    ),
  })
}
