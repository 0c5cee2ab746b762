import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { reviewDue, reviewFigure } from '@/lib/domain/broken-glass'
import type { ReviewFigure } from '@/lib/domain/broken-glass'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'

/** A broken glass as whoever answers for it sees it. What was typed is not here. */
export interface ListedGlass {
  readonly id: string
  readonly reference: string | null
  readonly accountId: string
  readonly who: string
  readonly role: string
  readonly brokenAt: Date
  readonly until: Date
  readonly seenAt: Date | null
  /** By when it is to be reviewed. */
  readonly due: Date
  readonly reviewed: { readonly at: Date; readonly by: string; readonly outcome: string } | null
}

/** The figure over the last thirty and ninety days. */
interface GlassPage {
  readonly waiting: readonly ListedGlass[]
  /** There is another page of those that wait. */
  readonly more: boolean
  /** The latest first. */
  readonly reviewed: readonly ListedGlass[]
  /** Others were reviewed before. */
  readonly moreReviewed: boolean
  readonly figures: readonly { readonly days: number; readonly figure: ReviewFigure }[]
}

const periods = [30, 90] as const
const glassPageSize = 50
const beside = {
  account: { select: { name: true, role: true } },
  reviewedBy: { select: { name: true } },
} as const

/**
 * Broken glasses that wait for a review, one page, the one that has waited longest first; those reviewed last; and how many were. One that the asker
 * broke is counted, and not theirs to review. DomainError `forbidden` for whoever does not answer for looking.
 */
export async function listGlass(actor: Actor, page = 1): Promise<GlassPage> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const at = now()
  const longest = new Date(at.getTime() - Math.max(...periods) * 86_400_000)
  const found = await asActor(actor, async (tx) => ({
    waiting: await tx.brokenGlass.findMany({
      where: { reviewedAt: null, NOT: { accountId: actor.id } },
      orderBy: [{ brokenAt: 'asc' }, { id: 'asc' }],
      include: beside,
      skip: (page - 1) * glassPageSize,
      take: glassPageSize + 1,
    }),
    reviewed: await tx.brokenGlass.findMany({
      where: { NOT: [{ reviewedAt: null }, { accountId: actor.id }] },
      orderBy: [{ reviewedAt: 'desc' }, { id: 'asc' }],
      include: beside,
      take: glassPageSize + 1,
    }),
    counted: await tx.brokenGlass.findMany({
      where: { brokenAt: { gte: longest } },
      select: { brokenAt: true, reviewedAt: true },
    }),
  }))
  return {
    waiting: found.waiting.slice(0, glassPageSize).map(listed),
    more: found.waiting.length > glassPageSize,
    reviewed: found.reviewed.slice(0, glassPageSize).map(listed),
    moreReviewed: found.reviewed.length > glassPageSize,
    figures: periods.map((days) => ({
      days,
      figure: reviewFigure(found.counted, days, at, currentForce()),
    })),
  }
}

/** One broken glass, of anybody but the asker. `not-found` where there is none, or none they may know of. */
export async function getGlass(actor: Actor, id: string): Promise<ListedGlass> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const row = isUuid(id)
    ? await asActor(actor, (tx) => tx.brokenGlass.findUnique({ where: { id }, include: beside }))
    : null
  if (row === null || row.accountId === actor.id) throw new DomainError('not-found')
  return listed(row)
}

interface GlassRow {
  readonly id: string
  readonly accountId: string
  readonly brokenAt: Date
  readonly until: Date
  readonly seenAt: Date | null
  readonly reference: string | null
  readonly reviewedAt: Date | null
  readonly outcome: string | null
  readonly account: { readonly name: string; readonly role: string }
  readonly reviewedBy: { readonly name: string } | null
}

function listed({ account, reviewedBy, reviewedAt, outcome, ...row }: GlassRow): ListedGlass {
  const { id, reference, accountId, brokenAt, until, seenAt } = row
  const isReviewed = reviewedAt !== null && reviewedBy !== null && outcome !== null
  return {
    ...{ id, reference, accountId, brokenAt, until, seenAt, who: account.name, role: account.role },
    due: reviewDue(brokenAt, currentForce()),
    reviewed: isReviewed ? { at: reviewedAt, by: reviewedBy.name, outcome } : null,
  }
}
