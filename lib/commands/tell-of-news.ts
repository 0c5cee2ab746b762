import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import type { OpenedPlan } from '@/lib/queries/open-plan'
import { waysOut, writeOutbound } from './write-outbound'

/**
 * Leaves a notice that there is something new, and no more, in the transaction of what is new. One is enough until they have read, or for a week,
 * however much is new by then. Nothing where no way out is safe by the plan. Throws the DomainErrors of `writeOutbound`.
 */
export async function tellOfNews(
  tx: Transaction,
  { id: caseId, submissionId }: { readonly id: string; readonly submissionId: string },
  held: OpenedPlan,
): Promise<void> {
  const [way] = waysOut(held.plan)
  const submission = await tx.submission.findUnique({ where: { id: submissionId }, select: { locale: true } })
  const text = currentForce().letters[submission?.locale ?? '']?.notice
  if (way === undefined || submission === null || text === undefined) return
  if (await isTold(tx, caseId, submissionId, held.version)) return
  await writeOutbound(tx, { caseId, held, way, purpose: 'notice', locale: submission.locale, text })
}

/** For how long one notice is enough, in milliseconds: it may have been lost, or not noticed. */
const noticed = 7 * 24 * 3_600_000

/** Whether a notice waits, or went out lately, by the plan that holds and since they last read what staff wrote. */
async function isTold(
  tx: Transaction,
  caseId: string,
  submissionId: string,
  planVersion: number,
): Promise<boolean> {
  const last = await tx.message.findFirst({
    where: { submissionId, author: 'staff', readAt: { not: null } },
    orderBy: { readAt: 'desc' },
    select: { readAt: true },
  })
  const notices = await tx.outbound.count({
    where: {
      ...{ caseId, planVersion, purpose: 'notice' },
      OR: [
        { state: { in: ['waiting', 'sending'] } },
        { state: { in: ['sent', 'delivered'] }, sentAt: { gt: new Date(now().getTime() - noticed) } },
      ],
      ...(last?.readAt ? { madeAt: { gt: last.readAt } } : {}),
    },
  })
  return notices > 0
}
