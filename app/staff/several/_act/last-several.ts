import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import { readOutcomes, severalActs, writeOutcomes } from '@/lib/domain/own-queue/several'
import type { SeveralAct, SeveralOutcome } from '@/lib/domain/own-queue/several'
import type { Actor } from '@/lib/domain/policy'
import { keepForm, keptForm } from '../../_http/kept-form'

const form = { page: staffPaths.several, form: 'several', fields: ['act', 'outcomes', 'query'] } as const

/** Keeps what became of several cases, under a key in this browser alone, until the next time or the end of the session's day. */
export async function keepSeveral(
  actor: Actor,
  act: SeveralAct,
  outcomes: readonly SeveralOutcome[],
  query: string,
): Promise<void> {
  const values = { act, query, outcomes: writeOutcomes(outcomes) }
  await keepForm(actor.id, form, new URLSearchParams(values), 'several')
}

/** What became of several cases last, and the query of the queue they were ticked in; null where it was nothing, or too long ago. */
export async function lastSeveral(actor: Actor) {
  const kept = await keptForm(actor, staffPaths.several, 'several')
  const act = severalActs.find((known) => known === kept?.values.act)
  if (kept === null || act === undefined) return null
  return { act, query: kept.values.query ?? '', outcomes: readOutcomes(kept.values.outcomes ?? '') }
}
