import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { Training } from '@/lib/domain/training'

/** A training record as it is shown. */
export interface TrainingEntry extends Training {
  readonly id: string
  /** Ids of the forces it was held with. */
  readonly heldWith: readonly string[]
}

/** The training records of one officer, the newest course first, those withdrawn too; in the transaction of whoever asks. */
export async function trainingOf(tx: Transaction, officerId: string): Promise<readonly TrainingEntry[]> {
  const rows = await tx.trainingRecord.findMany({
    where: { officerId },
    orderBy: [{ completedOn: 'desc' }, { recordedAt: 'desc' }],
    take: mostShown,
  })
  return rows.map(({ id, topic, completedOn, expiresOn, heldWith, withdrawnAt }) => ({
    ...{ id, topic, heldWith, completedOn: day(completedOn), expiresOn: day(expiresOn) },
    withdrawn: withdrawnAt !== null,
  }))
}

const mostShown = 500

/** A day of the database as an ISO day. */
function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}
