import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { SealedBoxRow } from '@/lib/sealing/box'

/**
 * Sealed boxes by id, one query after another: a transaction has one connection. Of a box the actor may not open, the fields
 * and keys are not given, and it counts as missing.
 */
export async function findBoxes(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SealedBoxRow>> {
  const boxId = { in: [...ids] }
  const boxes = await tx.sealedBox.findMany({ where: { id: boxId } })
  const fields = await tx.sealedField.findMany({ where: { boxId } })
  const wraps = await tx.keyWrap.findMany({ where: { boxId } })
  const rows = boxes.map(({ id, purpose, suite }) => ({
    ...{ id, purpose, suite },
    fields: fields.filter((field) => field.boxId === id),
    wraps: wraps.filter((wrap) => wrap.boxId === id),
  }))
  return new Map(rows.filter((row) => row.wraps.length > 0).map((row) => [row.id, row]))
}
