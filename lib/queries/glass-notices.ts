import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'

/** That somebody broke the glass of a case, for those who are to know at once. */
interface GlassNotice {
  readonly id: string
  readonly reference: string
  readonly who: string
  readonly role: string
  readonly brokenAt: Date
  readonly until: Date
  /** They hold the case. */
  readonly mine: boolean
}

const most = 3

/**
 * The newest broken glasses that nobody has reviewed yet, and whether there are more: of all cases a supervisor sees, and of those somebody
 * holds. Never one's own.
 */
export async function glassNotices(
  actor: Actor,
): Promise<{ readonly notices: readonly GlassNotice[]; readonly more: boolean }> {
  if (!mayHoldCases(actor.role)) return { notices: [], more: false }
  const rows = await asActor(actor, (tx) =>
    tx.brokenGlass.findMany({
      where: { reviewedAt: null, NOT: { accountId: actor.id } },
      orderBy: [{ brokenAt: 'desc' }, { id: 'asc' }],
      take: most + 1,
      include: {
        case: { select: { reference: true, assigneeId: true } },
        account: { select: { name: true, role: true } },
      },
    }),
  )
  const notices = rows.slice(0, most).map(({ id, brokenAt, until, case: about, account }) => ({
    ...{ id, brokenAt, until, reference: about.reference, who: account.name, role: account.role },
    mine: about.assigneeId === actor.id,
  }))
  return { notices, more: rows.length > most }
}

/** Until when `actor`'s own glass of a case is open; null where they broke none that is. */
export async function ownGlass(actor: Actor, caseId: string): Promise<Date | null> {
  if (actor.glass?.includes(caseId) !== true) return null
  const row = await asActor(actor, (tx) =>
    tx.brokenGlass.findFirst({
      where: { caseId, accountId: actor.id },
      orderBy: { until: 'desc' },
      select: { until: true },
    }),
  )
  return row?.until ?? null
}
