import { ErrorSummary } from '@/components/ui/error-summary'
import { parseReference } from '@/lib/domain/reference'
import type { RotaMember } from '@/lib/queries/load-rota'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { LiveQueuePart } from '../_desk/live-queue'
import { PutOff } from '../_desk/queue-foot'
import { QueueMonths } from './queue-months'
import { isAskedFor, titleOf } from './queue-title'
import type { Query } from './read-months'
import type { QueueRead } from './read-queue'

/** What this queue is, how much is in it, what came since, and what an act came to. */
export function QueueTop({ page }: { readonly page: QueueRead }) {
  const { query, filters, problems, queue, rota, kept } = page
  const { t } = page.clock
  return (
    <>
      <div className="mb-3.5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-xl">{titleOf(filters, t)}</h1>
        <p className="text-ink-soft">{amountWords(page)}</p>
        <PutOff count={filters.snoozed ? 0 : queue.counts.putOff} t={t} />
      </div>
      {problems.size === 0 ? null : (
        <ErrorSummary
          title={t('behind.problem.title')}
          items={[...problems].map(([field, message]) => ({ target: `queue-${field}`, message }))}
          attempt={1}
        />
      )}
      <QueueMonths page={page} />
      <NeedsBelow page={page} />
      {queue.more ? <p className="mb-3.5">{t('staff.queue.newest', { count: queue.total })}</p> : null}
      <LiveQueuePart t={t} />
      <DoneNotice query={query} own={ownWordsFor(query)} assigned={assignedIn(query, rota)} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
    </>
  )
}

/** The way to what needs a supervisor, where a list stands before it: danger is not to be found by scrolling alone. */
function NeedsBelow({ page: { filters, escalations, clock } }: { readonly page: QueueRead }) {
  if (!isAskedFor(filters) || escalations.cases === 0) return null
  return (
    <a href="#escalations-title" className="mb-3.5 block w-fit font-semibold text-danger">
      {clock.t('staff.escalation.title', { count: escalations.cases })}
    </a>
  )
}

/** How much there is: of a set its cases, of months nothing, and else what is open. */
function amountWords({ filters, queue, clock: { t } }: QueueRead): string {
  if (filters.set !== undefined) return t('staff.queue.inSet', { count: queue.total })
  if (filters.from !== undefined) return ''
  return t('staff.queue.summary', { open: queue.counts.open, late: queue.counts.late })
}

/** What the address says was assigned. It holds ids alone; names come from the rota. */
function assignedIn({ about, to }: Query, rota: readonly RotaMember[]) {
  const reference = typeof about === 'string' ? parseReference(about) : null
  if (reference === null) return null
  return { reference, officer: rota.find(({ accountId }) => accountId === to)?.name ?? null }
}

/** A form that was refused says so in its own words. */
function ownWordsFor({ form }: Query) {
  return form === 'several' || form === 'view' ? 'speed' : undefined
}
