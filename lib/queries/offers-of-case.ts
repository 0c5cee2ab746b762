import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { offerAnswers } from './offer-answers'

const decision = z.object({
  rule: z.string(),
  candidates: z.array(
    z.object({
      officerId: z.string(),
      reasons: z.array(
        z.object({ rule: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ),
    }),
  ),
  leftOut: z.array(z.object({ rule: z.string() })),
})

/** Somebody who was asked to take a case, and what came of it. */
interface PastOffer {
  readonly name: string
  readonly endedAt: Date
  readonly outcome: string
  /** Null also where it is not for whoever looks. */
  readonly reason: string | null
}

/** Who is asked to take a case, who was, and what routing said last. */
export interface CaseOffers {
  readonly open: { readonly accountId: string; readonly name: string; readonly offeredAt: Date } | null
  /** The newest first. */
  readonly past: readonly PastOffer[]
  /** The rule of the last decision, what spoke for its first officer, and by which rules others were left out. */
  readonly said: {
    readonly rule: string
    readonly reasons: readonly {
      readonly rule: string
      readonly values: Readonly<Record<string, string | number>>
    }[]
    readonly leftOut: readonly string[]
  } | null
}

/** Of a case `actor` may know of; of every other there is nothing. */
export function offersOfCase(actor: Actor, caseId: string): Promise<CaseOffers> {
  return asActor(actor, async (tx) => {
    const offers = await tx.caseOffer.findMany({
      where: { caseId },
      orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
      select: {
        ...{ id: true, accountId: true, offeredAt: true, endedAt: true, outcome: true },
        account: { select: { name: true } },
      },
    })
    const reasons = new Map((await offerAnswers(tx, [caseId])).map(({ id, reason }) => [id, reason]))
    const last = await tx.routingDecision.findFirst({
      where: { caseId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    const open = offers.find(({ endedAt }) => endedAt === null)
    return {
      open: open ? { accountId: open.accountId, name: open.account.name, offeredAt: open.offeredAt } : null,
      past: offers.flatMap(({ id, account: { name }, endedAt, outcome }) =>
        endedAt === null || outcome === null
          ? []
          : [{ name, endedAt, outcome, reason: reasons.get(id) ?? null }],
      ),
      said: saidIn(last?.decision),
    }
  })
}

function saidIn(stored: unknown): CaseOffers['said'] {
  const { success, data } = decision.safeParse(stored)
  if (!success) return null
  return {
    rule: data.rule,
    reasons: data.candidates[0]?.reasons ?? [],
    leftOut: data.leftOut.map(({ rule }) => rule),
  }
}
