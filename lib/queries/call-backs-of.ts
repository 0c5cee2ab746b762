import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import { callBackOutcomes, cancelReasons, moveReasons } from '@/lib/domain/call-back/call-back'
import type { CallBack } from '@/lib/domain/call-back/call-back'
import type { Actor } from '@/lib/domain/policy'

const ending = z.object({
  outcome: z.enum(callBackOutcomes),
  reason: z.enum([...moveReasons, ...cancelReasons]).nullable(),
  endedAt: z.date(),
})

/** One that is over, and what came of it. */
export interface PastCallBack extends CallBack, z.infer<typeof ending> {
  readonly id: string
  readonly endedBy: string | null
}

/** One that is to come, of a case that was merged into another. */
interface MergedCallBack extends CallBack {
  readonly reference: string
}

/** When somebody is rung back. */
export interface CallBacks {
  readonly next: CallBack | null
  /** The latest first. */
  readonly past: readonly PastCallBack[]
  /** To come, of cases that were merged into this one. */
  readonly merged: readonly MergedCallBack[]
}

const beside = {
  event: { select: { at: true } },
  endedBy: { select: { name: true } },
  case: { select: { reference: true, planVersion: true } },
} as const

/** The time at which somebody is to be rung back, those before it, and those of merged cases: for whoever sees the case. */
export async function callBacksOf(actor: Actor, caseId: string): Promise<CallBacks> {
  const { rows, ofMerged } = await asActor(actor, async (tx) => ({
    rows: await tx.caseCallBack.findMany({
      where: { caseId },
      orderBy: [{ endedAt: 'desc' }, { id: 'asc' }],
      include: beside,
    }),
    ofMerged: await tx.caseCallBack.findMany({
      where: { case: { goesOnInId: caseId }, endedAt: null },
      orderBy: { endsAt: 'asc' },
      include: beside,
    }),
  }))
  const open = rows.find(({ endedAt }) => endedAt === null)
  return {
    next: open === undefined ? null : timed(open),
    past: rows
      .filter(({ endedAt }) => endedAt !== null)
      .map((row) => ({
        ...timed(row),
        ...{ id: row.id, endedBy: row.endedBy?.name ?? null },
        ...ending.parse(row),
      })),
    merged: ofMerged.map((row) => ({ ...timed(row), reference: row.case.reference })),
  }
}

interface Row {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly planVersion: number
  readonly event: { readonly at: Date }
  readonly case: { readonly planVersion: number }
}

function timed({ startsAt, endsAt, event, planVersion, case: of }: Row): CallBack {
  const planChanged = planVersion !== of.planVersion
  return { from: startsAt, until: endsAt, setAt: event.at, planChanged }
}
