import 'server-only'
import type { Transaction } from '@/lib/db/client'

interface Timed {
  readonly id: string
  readonly status: string
  readonly promisedBy: Date
}

interface Clock {
  readonly kind: string
  readonly dueAt: Date | null
  readonly pausedAt: Date | null
}

/** When the first clock of a case is due, a supervisor's aside; what was promised where it has no clock yet. As `first_due` in the database. */
export function firstDue({ status, promisedBy }: Omit<Timed, 'id'>, clocks: readonly Clock[]): Date | null {
  if (clocks.length === 0) return status === 'new' || status === 'assigned' ? promisedBy : null
  const times = clocks.flatMap(({ kind, dueAt, pausedAt }) =>
    kind === 'review' || pausedAt !== null || dueAt === null ? [] : [dueAt.getTime()],
  )
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/** The same of some cases, by their ids. */
export async function firstDues(
  tx: Transaction,
  cases: readonly Timed[],
): Promise<ReadonlyMap<string, Date | null>> {
  const clocks = await tx.caseClock.findMany({
    where: { caseId: { in: cases.map(({ id }) => id) }, endedAt: null },
    select: { caseId: true, kind: true, dueAt: true, pausedAt: true },
  })
  return new Map(
    cases.map((one) => [
      one.id,
      firstDue(
        one,
        clocks.filter(({ caseId }) => caseId === one.id),
      ),
    ]),
  )
}
