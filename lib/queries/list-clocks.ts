import 'server-only'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { clockKinds, dueOf } from '@/lib/domain/clocks/clock-rules'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'
import { escalationRuleOf } from '@/lib/domain/clocks/escalation-rules'
import type { EscalationRuleId } from '@/lib/domain/clocks/escalation-rules'
import { askedContacts, reaches } from '@/lib/domain/clocks/promise-words'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import type { Actor } from '@/lib/domain/policy'
import type { Risk } from '@/lib/domain/words'

const time = z.union([z.date(), z.string().transform((text) => new Date(text))])

/** A clock that has not ended, as the database keeps it. */
export const storedClock = z.object({
  kind: z.enum(clockKinds),
  startedAt: time,
  dueAt: time.nullable(),
  pausedAt: time.nullable(),
  dutyAt: time.nullable(),
  beyondTarget: z.boolean(),
  asked: z.enum(askedContacts).nullable(),
  reach: z.enum(reaches).nullable(),
})

/** What supervisors have to know of a case. `forAnother`: it is about whoever looks, and another supervisor's to settle. */
interface Told {
  readonly rule: EscalationRuleId
  readonly raisedAt: Date
  readonly forAnother: boolean
}

/** What runs for one case, and what supervisors have to know of it. */
export interface CaseClocks {
  readonly clocks: readonly CaseClock[]
  /** How the reporter hears from us, as they were told, whether or not they have by now; null where that was not kept. */
  readonly reach: Reach | null
  readonly escalations: readonly Told[]
}

/** The clocks of one case and what was escalated and not settled, for whoever sees it. */
export async function caseClocks(
  actor: Actor,
  found: { readonly id: string; readonly risk: Risk },
): Promise<CaseClocks> {
  return asActor(actor, async (tx) => {
    const clocks = await tx.caseClock.findMany({ where: { caseId: found.id, endedAt: null } })
    const reach = await reachOfCase(tx, found.id)
    const raised = await tx.$queryRaw<{ rule: string; raisedAt: Date; forAnother: boolean }[]>`
      SELECT e.rule, e.raised_at AS "raisedAt", is_for_another(e.case_id, e.rule) AS "forAnother" FROM escalation e
      WHERE e.case_id = ${found.id}::uuid AND e.settled_at IS NULL ORDER BY e.raised_at`
    return {
      clocks: z
        .array(storedClock)
        .parse(clocks)
        .map((clock) => timed(clock, found.risk)),
      reach,
      escalations: raised.flatMap(({ rule, ...told }) => {
        const known = escalationRuleOf(rule)
        return known === null ? [] : [{ rule: known, ...told }]
      }),
    }
  })
}

/** How the reporter hears from us, as they were told with the promise of the first contact; null where that was not kept. */
export async function reachOfCase(tx: Transaction, caseId: string): Promise<Reach | null> {
  const first = await tx.caseClock.findFirst({
    where: { caseId, kind: 'first-contact' },
    select: { reach: true },
  })
  return z
    .enum(reaches)
    .nullable()
    .parse(first?.reach ?? null)
}

/** What runs for some cases, by their ids. */
export async function runningClocks(
  tx: Transaction,
  cases: readonly { readonly id: string; readonly risk: Risk }[],
): Promise<ReadonlyMap<string, readonly CaseClock[]>> {
  const rows = await tx.caseClock.findMany({
    where: { caseId: { in: cases.map(({ id }) => id) }, endedAt: null },
  })
  return new Map(
    cases.map(({ id, risk }) => [
      id,
      rows.filter(({ caseId }) => caseId === id).map((row) => timed(storedClock.parse(row), risk)),
    ]),
  )
}

/** A clock that has just started has no time yet: it is the one that will be reckoned. */
export function timed(clock: CaseClock, risk: Risk): CaseClock {
  if (clock.kind === 'first-contact' || clock.dueAt !== null || clock.pausedAt !== null) return clock
  return { ...clock, dueAt: dueOf(clock.kind, risk, clock.startedAt, currentForce()) }
}
