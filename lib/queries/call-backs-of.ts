import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import { callBackOutcomes, moveReasons } from '@/lib/domain/call-back/call-back'
import type { CallBack } from '@/lib/domain/call-back/call-back'
import type { Actor } from '@/lib/domain/policy'

const ending = z.object({
  outcome: z.enum(callBackOutcomes),
  reason: z.enum(moveReasons).nullable(),
  endedAt: z.date(),
})

/** One that is over, and what came of it. */
export interface PastCallBack extends CallBack, z.infer<typeof ending> {
  readonly id: string
  readonly endedBy: string | null
}

/** The time at which somebody is to be rung back, and those before it, the latest first: for whoever sees the case. */
export async function callBacksOf(
  actor: Actor,
  caseId: string,
): Promise<{ readonly next: CallBack | null; readonly past: readonly PastCallBack[] }> {
  const rows = await asActor(actor, (tx) =>
    tx.caseCallBack.findMany({
      where: { caseId },
      orderBy: [{ endedAt: 'desc' }, { id: 'asc' }],
      include: { event: { select: { at: true } }, endedBy: { select: { name: true } } },
    }),
  )
  const timed = rows.map(({ startsAt, endsAt, event, ...row }) => ({
    ...row,
    ...{ from: startsAt, until: endsAt, setAt: event.at },
  }))
  return {
    next: timed.find(({ endedAt }) => endedAt === null) ?? null,
    past: timed
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ id, from, until, setAt, endedBy, ...row }) => ({
        ...{ id, from, until, setAt, endedBy: endedBy?.name ?? null },
        ...ending.parse(row),
      })),
  }
}
