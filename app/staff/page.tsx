import { AnswerOffer } from '@/components/staff/answer-offer'
import { OwnOffers } from '@/components/staff/own-offers'
import { OwnTraining } from '@/components/staff/own-training'
import { EscalationList } from '@/components/staff/escalations'
import { Pager } from '@/components/staff/pager'
import { PreviewPane } from '@/components/staff/preview-pane'
import { QueueFiltersForm } from '@/components/staff/queue-filters'
import { QueueTable } from '@/components/staff/queue-table'
import type { DeskPlace } from '@/components/staff/desk-nav'
import { SearchForm } from '@/components/staff/search-form'
import { requireActor } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { readFilters, writeFilters } from '@/lib/domain/queue-filters'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { parseReference } from '@/lib/domain/reference'
import { listOffers } from '@/lib/queries/list-offers'
import { openEscalations } from '@/lib/queries/list-escalations'
import { listQueue, pageSize } from '@/lib/queries/list-queue'
import { loadRota } from '@/lib/queries/load-rota'
import type { RotaMember } from '@/lib/queries/load-rota'
import { redirect } from 'next/navigation'
import { deskClock, districtChoices, districtNames } from './_desk/clock'
import { DeskPage } from './_desk/desk-page'
import { DoneNotice } from './_desk/done-notice'
import { firstAreaOf } from './_desk/first-area'
import { KeptNotice } from './_desk/kept-notice'
import { LiveQueuePart } from './_desk/live-queue'
import { knownWords } from './_desk/known-words'
import { previewOf, withSuggested } from './_desk/queue-preview'
import { PutOff, QueueFoot, tickedIn } from './_desk/queue-foot'
import { shownTo } from './_desk/shown-to'
import { keptForm } from './_http/kept-form'
import { queueWith } from './several/_act/queue-form'

/** Which page of what needs a supervisor is shown, in the address. */
const needsPage = 'needs'

type Query = Record<string, string | string[] | undefined>

interface Props {
  readonly searchParams: Promise<Query>
}

/** The queue: the cases this person may see, the most urgent first, with one of them in view on a wide screen. */
export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireActor()
  const query = await searchParams
  if (!mayEnter(actor.role, 'queue')) redirect(`${firstAreaOf(actor.role)}${problemIn(query)}`)
  const known = knownWords()
  const filters = readFilters(query, known)
  const [queue, rota, offers, escalations] = await Promise.all([
    listQueue(actor, filters),
    loadRota(actor),
    listOffers(actor),
    openEscalations(actor, readFilters({ page: query[needsPage] }, { districts: [], strands: [] }).page),
  ])
  const clock = deskClock()
  const { t } = clock
  const maySearch = mayEnter(actor.role, 'search')
  const chosen = queue.rows.find(({ reference }) => reference === query.case) ?? queue.rows[0]
  const preview = chosen === undefined ? null : await previewOf(actor, chosen.reference, rota, clock)
  const back = placeIn(filters, escalations.page)
  const kept = await keptForm(actor, queueWith(back))
  return (
    <DeskPage
      actor={actor}
      here={placeOf(filters)}
      title={t(titleOf(filters))}
      problem={query.problem !== undefined}
      counts={queue.counts}
    >
      <div className="min-h-dvh xl:grid xl:grid-cols-[minmax(0,1fr)_25rem]">
        <section className="min-w-0 px-4 py-4 md:px-6">
          <div className="mb-3.5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h1 className="text-xl">{t(titleOf(filters))}</h1>
            <p className="text-ink-soft">
              {t('staff.queue.summary', { open: queue.counts.open, late: queue.counts.late })}
            </p>
            <PutOff count={filters.snoozed ? 0 : queue.counts.putOff} t={t} />
          </div>
          <LiveQueuePart t={t} />
          <DoneNotice query={query} own={ownWordsFor(query)} assigned={assignedIn(query, rota)} t={t} />
          <KeptNotice query={query} kept={kept} t={t} />
          <OwnTraining officer={rota.find(({ accountId }) => accountId === actor.id)} clock={clock} />
          <OwnOffers
            offers={offers}
            districts={districtNames()}
            clock={clock}
            answer={(offer) => <AnswerOffer shown={shownTo(actor, offer)} back={back} t={t} />}
          />
          <EscalationList
            rows={escalations.rows.map((row) => ({ ...row, shown: shownTo(actor, row) }))}
            {...{ cases: escalations.cases, page: escalations.page, pages: escalations.pages }}
            hrefOf={(page) => `${staffPaths.queue}?${placeIn(filters, page)}`}
            back={back}
            clock={clock}
          />
          {maySearch ? <SearchForm t={t} /> : null}
          <QueueFiltersForm
            {...{ filters, maySearch, t }}
            strands={known.strands}
            districts={districtChoices()}
          />
          {queue.rows.length === 0 ? (
            <div className="card py-8 text-center text-ink-soft">
              <h2 className="mb-1 text-lg text-ink">{t('staff.queue.empty')}</h2>
              <p>{t(writeFilters(filters) === '' ? 'staff.queue.emptyOpen' : 'staff.queue.emptyFilter')}</p>
            </div>
          ) : (
            <QueueTable
              items={withSuggested(queue.rows, rota)}
              selected={chosen?.reference ?? null}
              clock={clock}
              districts={districtNames()}
              actorId={actor.id}
              ticked={tickedIn(kept)}
              previewOf={(reference) =>
                `${staffPaths.queue}?${placeIn(filters, escalations.page, reference)}`
              }
            />
          )}
          <Pager
            page={filters.page}
            pages={Math.ceil(queue.total / pageSize)}
            hrefOf={(page) => `${staffPaths.queue}?${placeIn({ ...filters, page }, escalations.page)}`}
            t={t}
          />
          <QueueFoot
            {...{ actor, kept, back, rota, t }}
            isPutOff={filters.snoozed === 'yes'}
            isEmpty={queue.rows.length === 0}
          />
        </section>
        <aside
          aria-label={t('staff.pane.title')}
          className="hidden border-s border-line px-5 py-4 xl:sticky xl:top-0 xl:flex xl:h-dvh xl:flex-col xl:gap-4 xl:overflow-y-auto"
        >
          {preview === null ? (
            <p className="text-ink-soft">{t('staff.pane.none')}</p>
          ) : (
            <PreviewPane preview={preview} clock={clock} back={back} />
          )}
        </aside>
      </div>
    </DeskPage>
  )
}

/** The query of the queue as it is: what it is narrowed to, its page, that of what needs a supervisor, and the case in view. */
function placeIn(filters: QueueFilters, needs: number, reference?: string): string {
  const query = new URLSearchParams(writeFilters(filters))
  if (needs > 1) query.set(needsPage, String(needs))
  if (reference !== undefined) query.set('case', reference)
  return query.toString()
}

/** What the address says was assigned. It holds ids alone; names come from the rota. */
function assignedIn({ about, to }: Query, rota: readonly RotaMember[]) {
  const reference = typeof about === 'string' ? parseReference(about) : null
  if (reference === null) return null
  return { reference, officer: rota.find(({ accountId }) => accountId === to)?.name ?? null }
}

function placeOf(filters: QueueFilters): DeskPlace {
  if (filters.sealed) return 'sealed'
  if (filters.holder) return filters.holder
  return filters.status === 'awaiting-contact' ? 'waiting' : 'queue'
}

/** A form that was refused says so in its own words. */
function ownWordsFor({ form }: Query) {
  return form === 'several' || form === 'view' ? 'speed' : undefined
}

function titleOf(filters: QueueFilters): string {
  if (filters.snoozed) return 'speed.snooze.listTitle'
  if (filters.status === 'closed' && !filters.sealed) return 'staff.queue.closedTitle'
  const place = placeOf(filters)
  return place === 'queue' ? 'staff.queue.title' : `staff.queue.${place}Title`
}

/** What a form that was not taken says of itself goes on with whoever has no queue. */
function problemIn({ problem }: Query): string {
  return typeof problem === 'string' ? `?${new URLSearchParams({ problem }).toString()}` : ''
}
