import 'server-only'
import type { TypedMonths } from '@/components/staff/queue-months-fields'
import type { Preview } from '@/components/staff/preview-pane'
import type { Clock } from '@/components/staff/clock'
import { readFilters, writeFilters } from '@/lib/domain/queue-filters'
import type { KnownWords, QueueFilters } from '@/lib/domain/queue-filters'
import type { Actor } from '@/lib/domain/policy'
import type { KeptAct } from '@/lib/drafts/kept-act'
import { openEscalations } from '@/lib/queries/list-escalations'
import type { OpenEscalations } from '@/lib/queries/list-escalations'
import { listOffers } from '@/lib/queries/list-offers'
import { listQueue } from '@/lib/queries/list-queue'
import { loadRota } from '@/lib/queries/load-rota'
import type { RotaMember } from '@/lib/queries/load-rota'
import { deskClock } from '../_desk/clock'
import { knownWords } from '../_desk/known-words'
import { previewOf } from '../_desk/queue-preview'
import { needsIn, needsPage } from '../_desk/supervisor-needs'
import { keptForm } from '../_http/kept-form'
import { queueWith } from '../several/_act/queue-form'
import { queueProblems } from './queue-problems'
import { readTypedMonths } from './read-months'
import type { Query } from './read-months'

/** All that the queue's page is made from. */
export interface QueueRead {
  readonly actor: Actor
  readonly query: Query
  readonly known: KnownWords
  readonly filters: QueueFilters
  readonly typed: TypedMonths
  /** What is wrong with the address, in words, by field. */
  readonly problems: ReadonlyMap<string, string>
  readonly queue: Awaited<ReturnType<typeof listQueue>>
  readonly rota: readonly RotaMember[]
  readonly offers: Awaited<ReturnType<typeof listOffers>>
  readonly escalations: OpenEscalations
  /** Reference of the case in view beside the list, and what is shown of it. */
  readonly chosen: string | null
  readonly preview: Preview | null
  /** Query of the queue as it is shown. */
  readonly back: string
  /** What they wrote in a form of this queue that was not taken. */
  readonly kept: KeptAct | null
  readonly clock: Clock
}

/** Reads what the queue's page shows to somebody who has a queue. */
export async function readQueuePage(actor: Actor, query: Query): Promise<QueueRead> {
  const known = knownWords()
  const filters = readFilters(query, known)
  const typed = readTypedMonths(query, known)
  const clock = deskClock()
  const [queue, rota, offers, escalations] = await Promise.all([
    listQueue(actor, filters),
    loadRota(actor),
    listOffers(actor),
    openEscalations(actor, needsIn(query)),
  ])
  const row = queue.rows.find(({ reference }) => reference === query.case) ?? queue.rows[0]
  const back = placeIn(filters, escalations.page)
  const [preview, kept] = await Promise.all([
    row === undefined ? null : previewOf(actor, row.reference, rota, clock),
    keptForm(actor, queueWith(back)),
  ])
  const chosen = row?.reference ?? null
  return {
    actor,
    query,
    known,
    filters,
    typed,
    problems: queueProblems(query, typed, known, clock.t),
    queue,
    rota,
    offers,
    escalations,
    chosen,
    preview,
    back,
    kept,
    clock,
  }
}

/** The query of the queue as it is: what it is narrowed to, its page, that of what needs a supervisor, and the case in view. */
export function placeIn(filters: QueueFilters, needs: number, reference?: string): string {
  const query = new URLSearchParams(writeFilters(filters))
  if (needs > 1) query.set(needsPage, String(needs))
  if (reference !== undefined) query.set('case', reference)
  return query.toString()
}
