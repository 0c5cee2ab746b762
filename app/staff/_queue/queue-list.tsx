import { Pager } from '@/components/staff/pager'
import { QueueFiltersForm } from '@/components/staff/queue-filters'
import { QueueTable } from '@/components/staff/queue-table'
import { SearchForm } from '@/components/staff/search-form'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { writeFilters } from '@/lib/domain/queue-filters'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import type { Translate } from '@/lib/i18n/translate'
import { pageSize } from '@/lib/queries/list-queue'
import { districtChoices, districtNames } from '../_desk/clock'
import { QueueFoot, tickedIn } from '../_desk/queue-foot'
import { withSuggested } from '../_desk/queue-preview'
import { placeIn } from './read-queue'
import type { QueueRead } from './read-queue'

/** The cases of a queue, what they can be narrowed to, and what can be done to several of them. */
export function QueueList({ page }: { readonly page: QueueRead }) {
  const { actor, known, filters, typed, problems, queue, rota, escalations, chosen, back, kept, clock } = page
  const { t } = clock
  const maySearch = mayEnter(actor.role, 'search')
  const isEmpty = queue.rows.length === 0
  const hrefOf = (place: QueueFilters, reference?: string) =>
    `${staffPaths.queue}?${placeIn(place, escalations.page, reference)}`
  return (
    <>
      {maySearch ? <SearchForm t={t} /> : null}
      <QueueFiltersForm
        {...{ filters, typed, problems, maySearch, t }}
        strands={known.strands}
        dispositions={known.dispositions ?? []}
        districts={placesFor(filters)}
      />
      {isEmpty ? (
        <EmptyQueue filters={filters} t={t} />
      ) : (
        <QueueTable
          items={withSuggested(queue.rows, rota)}
          selected={chosen}
          clock={clock}
          districts={districtNames()}
          actorId={actor.id}
          ticked={tickedIn(kept)}
          previewOf={(reference) => hrefOf(filters, reference)}
        />
      )}
      <Pager
        page={filters.page}
        pages={Math.ceil(queue.total / pageSize)}
        hrefOf={(number) => hrefOf({ ...filters, page: number })}
        t={t}
      />
      <QueueFoot {...{ actor, kept, back, rota, isEmpty, t }} isPutOff={filters.snoozed === 'yes'} />
    </>
  )
}

/** The districts there are to choose from; one that ended, where the queue is narrowed to it. */
function placesFor({ district }: QueueFilters): ReadonlyMap<string, string> {
  const there = districtChoices()
  const ended = district === undefined || there.has(district) ? undefined : districtNames().get(district)
  return district === undefined || ended === undefined ? there : new Map([...there, [district, ended]])
}

function EmptyQueue({ filters, t }: { readonly filters: QueueFilters; readonly t: Translate }) {
  return (
    <div className="card py-8 text-center text-ink-soft">
      <h2 className="mb-1 text-lg text-ink">{t('staff.queue.empty')}</h2>
      <p>{t(writeFilters(filters) === '' ? 'staff.queue.emptyOpen' : 'staff.queue.emptyFilter')}</p>
    </div>
  )
}
