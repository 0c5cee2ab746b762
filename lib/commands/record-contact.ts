import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { contactResultsFor } from '@/lib/domain/clocks/clock-rules'
import { attemptWaysFor, isOurs, needsReasonFor, nextSteps, wayReasons } from '@/lib/domain/contact/attempt'
import type { AttemptWay, WayReason } from '@/lib/domain/contact/attempt'
import { DomainError } from '@/lib/domain/errors'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { cleanText } from '@/lib/journey/clean-text'
import { reachOfCase } from '@/lib/queries/list-clocks'
import { openPlan } from '@/lib/queries/open-plan'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/** An attempt to reach somebody, as it was posted. */
interface Attempt extends CaseSeen {
  readonly planVersion: number
  readonly result: string
  readonly way: string
  readonly next: string
  /** Why a way was used that is not safe by the plan, or not at that hour; empty where it was. */
  readonly reason: string
  /** What came of it, in words, which are sealed; empty where nobody wrote any. */
  readonly words: string
}

/**
 * Records that somebody tried to reach the reporter: how, what came of it and what is next. Who has been spoken to is not waited for
 * any more, and the history says both. `opening`: why they open the case, for the look at the plan. `invalid` for codes that there are not, and for
 * a result that there cannot be with somebody who hears from us as they do; `way-not-safe` where the plan does not allow the way at this hour and no
 * reason is given; `plan-changed` where that is not the plan they were looking at.
 */
export async function recordContact(
  actor: Actor,
  attempt: Attempt,
  opening: OpeningReason | null,
): Promise<void> {
  const told = await expectAllowed(actor, attempt, opening)
  const text = cleanText(attempt.words)
  const box = text === '' ? undefined : await sealBox('note', { text: requireWords(text) })
  await changeCase(actor, 'record-contact', attempt, async (found, tx) => {
    if (told === null) throw new DomainError('no-reason')
    const reach = await reachOfCase(tx, found.id)
    const result = contactResultsFor(reach).find((known) => known === attempt.result)
    if (result === undefined || !attemptWaysFor(reach === 'theirs').includes(told.way))
      throw new DomainError('invalid')
    const act = { type: 'contact-recorded', ...(box === undefined ? {} : { box }) } as const
    const { status: from } = found
    const isReached = result === 'spoke' && from === 'awaiting-contact'
    if (!isReached) return { ...act, detail: { result, ...told } }
    const to = 'in-progress'
    return { ...act, patch: { status: to }, detail: { result, ...told, from, to } }
  })
}

/** What is told of how. The plan is opened only for a way of ours, by whoever may. */
async function expectAllowed(
  actor: Actor,
  { reference, planVersion, ...attempt }: Attempt,
  opening: OpeningReason | null,
): Promise<Told | null> {
  const way = attemptWaysFor(false).find((known) => known === attempt.way)
  const next = nextSteps.find((known) => known === attempt.next)
  if (way === undefined || next === undefined) throw new DomainError('invalid')
  if (!isOurs(way)) return { way, next }
  // Who may not open the case may not do this either: that is refused, and audited, before it is asked why they open it.
  if (opening === null) return null
  const held = await openPlan(actor, reference, opening)
  if (held !== null && held.version !== planVersion) throw new DomainError('plan-changed')
  const refused = needsReasonFor(held?.plan ?? null, way, now(), currentForce())
  if (refused === null) return { way, next }
  const reason = wayReasons.find((known) => known === attempt.reason)
  if (reason === undefined) throw new DomainError('way-not-safe')
  return { way, next, refused, reason }
}

interface Told extends Readonly<Record<string, string>> {
  readonly way: AttemptWay
  readonly next: (typeof nextSteps)[number]
  readonly refused?: string
  readonly reason?: WayReason
}
