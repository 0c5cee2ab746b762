import 'server-only'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { planFields, planPurpose, readPlan } from '@/lib/journeys/stored-plan'
import type { StoredPlan } from '@/lib/journeys/stored-plan'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { findBoxes } from './find-boxes'

/** Which plan holds, when it was made and by whom. */
interface PlanRow {
  readonly version: number
  readonly madeAt: Date | null
  readonly madeBy: 'reporter' | 'staff' | null
}

/** The plan that holds; `stored` is null where it is the one that was sent. */
export interface HeldPlan extends PlanRow {
  readonly stored: StoredPlan | null
}

type Open = (box: SealedBoxRow, wanted?: readonly string[]) => Promise<Record<string, string>>

/** The plan that holds for a case, still sealed; without a box where it is the one that was sent. */
export async function findHeldPlan(tx: Transaction, caseId: string) {
  const [row] = await tx.$queryRaw<(PlanRow & { boxId: string | null })[]>`
    SELECT c.plan_version AS version, p.made_at AS "madeAt", p.made_by AS "madeBy", p.box_id AS "boxId"
      FROM "case" c LEFT JOIN contact_plan p ON p.submission_id = c.submission_id AND p.version = c.plan_version
     WHERE c.id = ${caseId}::uuid`
  // Somebody else acted on it in the moment since.
  if (row === undefined || (row.version > 0 && row.boxId === null)) throw new DomainError('forbidden')
  const { boxId, ...held } = row
  if (boxId === null) return { held, box: null }
  const box = (await findBoxes(tx, [boxId])).get(boxId)
  if (box === undefined) throw new DomainError('forbidden')
  return { held, box }
}

/** Opens it. Throws `CannotOpenError` where it does not open or is no plan: then nothing is known to be safe. */
export async function openHeldPlan(
  { held, box }: Awaited<ReturnType<typeof findHeldPlan>>,
  open: Open,
): Promise<HeldPlan> {
  return { ...held, stored: box === null ? null : await openPlanBox(box, open) }
}

/** Opens the box of one plan. */
export async function openPlanBox(box: SealedBoxRow, open: Open): Promise<StoredPlan> {
  if (box.purpose !== planPurpose) throw new CannotOpenError()
  const fields = await open(box, planFields)
  try {
    return readPlan(fields)
  } catch {
    // What the parser says of it would hold words of it.
    throw new CannotOpenError()
  }
}
