import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { describeCase, factsOf } from '@/lib/domain/case-facts'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'
import type { Force } from '@/lib/domain/force'
import { answersIn } from '@/lib/domain/offers/answers-in'
import { startRun } from '@/lib/domain/offers/routing-run'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { promisedBy } from '@/lib/domain/promise'
import type { Risk } from '@/lib/domain/words'
import { firstDues } from './first-due'
import { runningClocks } from './list-clocks'
import { loadRota } from './load-rota'
import type { RotaMember } from './load-rota'
import { offerAnswers } from './offer-answers'
import { policyContext } from './policy-context'

/** A case of somebody's book, and where it would go: nobody, where a person has to choose, and by which rule. */
export type BookedCase = Awaited<ReturnType<typeof bookOf>>['cases'][number]

/** As many as one form may name. */
export const mostInBook = 100

/**
 * What `holder` holds that `actor` may hand over, the most urgent first, and whom each would go to if all went now: by the same ranking as
 * routing, each counted in the next. Whatever the reporter asked for, it is somebody's work already; only where they described somebody
 * to leave out, or it is sealed, does a person have to choose. `hasMore`: of what
 * they hold only the first hundred were looked at. `shifts`: when they are on duty from now on.
 */
export async function bookOf(actor: Actor, holder: { readonly id: string; readonly accountId: string }) {
  const [rota, { rows, hasMore }] = await Promise.all([loadRota(actor), heldBy(actor, holder.accountId)])
  const force = currentForce()
  const others = rota.filter(({ id }) => id !== holder.id)
  const run = startRun(others, force, now())
  const cases = rows.map(({ offers, ...row }) => {
    const aimedBy = aimOf(row, force)
    const { officer, record } = run.choose({ ...row, aimedBy, wantsOfficer: true, ...answersIn(offers) })
    return {
      ...describeCase(row),
      reference: row.reference,
      version: row.version,
      promisedBy: row.promisedBy,
      clocks: row.clocks,
      rule: record.rule,
      reasons: record.candidates[0]?.reasons ?? [],
      to: memberOf(others, officer?.accountId),
      // Who else may hold it is for the page to offer.
      ...{ restricted: row.restricted, namedIds: row.namedIds, conflictedIds: row.conflictedIds },
    }
  })
  const shifts = rota.find(({ id }) => id === holder.id)?.shifts ?? []
  return { cases, hasMore, shifts }
}

/** When the force aimed to make the first contact, where more was promised. */
function aimOf({ risk, clocks }: { risk: Risk; clocks: readonly CaseClock[] }, force: Force): Date | null {
  const promised = clocks.find(({ kind, beyondTarget }) => kind === 'first-contact' && beyondTarget)
  return promised === undefined ? null : promisedBy(risk, promised.startedAt, force)
}

function memberOf(rota: readonly RotaMember[], accountId: string | undefined) {
  const found = rota.find((member) => member.accountId === accountId)
  return found === undefined ? null : { accountId: found.accountId, name: found.name }
}

async function heldBy(actor: Actor, accountId: string) {
  const context = policyContext()
  return asActor(actor, async (tx) => {
    const held = await tx.case.findMany({
      // What goes on in another case goes along with that one.
      where: { force: currentForce().id, assigneeId: accountId, status: { not: 'closed' }, goesOnInId: null },
      orderBy: [{ riskRank: 'asc' }, { promisedBy: 'asc' }, { reference: 'asc' }],
      take: mostInBook + 1,
    })
    const rows = held
      .slice(0, mostInBook)
      .filter((row) => can(actor, 'transfer', factsOf(row), context))
      .map((row) => ({ ...row, ...describeCase(row) }))
    const clocks = await runningClocks(tx, rows)
    const answers = await offerAnswers(
      tx,
      rows.map(({ id }) => id),
    )
    const due = await firstDues(tx, rows)
    return {
      hasMore: held.length > mostInBook,
      rows: rows.map((row) => ({
        ...row,
        dueAt: due.get(row.id) ?? null,
        clocks: clocks.get(row.id) ?? [],
        offers: answers.filter(({ caseId }) => caseId === row.id),
      })),
    }
  })
}
