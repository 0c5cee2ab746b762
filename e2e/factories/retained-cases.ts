import { randomBytes } from 'node:crypto'
import { ownerDb } from '@/lib/db/owner'
import { newReference } from '@/lib/domain/reference'
import { parityRow, storeParityRows } from './parity-rows'
import type { ParityRow } from './parity-rows'

const midnight = new Date('2020-01-01T00:00:00Z')

/** Cases closed at these times, with a reference as people have them. `dropParityRows` takes them away again. */
export async function retainedCases(
  closedAt: readonly Date[],
  disposition = 'advice',
): Promise<readonly ParityRow[]> {
  const rows = closedAt.map(() =>
    parityRow(newReference('report', randomBytes(8)), {
      ...{ district: null, status: 'closed', assigneeId: null, recordedById: null, receivedAt: midnight },
      ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
    }),
  )
  await storeParityRows(rows)
  const times = new Set(closedAt.map((at) => at.getTime()))
  for (const time of times) {
    const ids = rows.filter((_, index) => closedAt[index]?.getTime() === time).map(({ id }) => id)
    await ownerDb().case.updateMany({
      where: { id: { in: ids } },
      data: { closedAt: new Date(time), disposition },
    })
  }
  return rows
}
