import { redirect } from 'next/navigation'
import { PreviewPane } from '@/components/staff/preview-pane'
import { requireActor } from '@/lib/auth/require-actor'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DeskPage } from './_desk/desk-page'
import { firstAreaOf } from './_desk/first-area'
import { QueueAsks } from './_queue/queue-asks'
import { QueueList } from './_queue/queue-list'
import { isAskedFor, placeOf, titleOf } from './_queue/queue-title'
import { QueueTop } from './_queue/queue-top'
import type { Query } from './_queue/read-months'
import { readQueuePage } from './_queue/read-queue'

interface Props {
  readonly searchParams: Promise<Query>
}

/** The queue: the cases this person may see, the most urgent first, with one of them in view on a wide screen. */
export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireActor()
  const query = await searchParams
  if (!mayEnter(actor.role, 'queue')) redirect(`${firstAreaOf(actor.role)}${problemIn(query)}`)
  const page = await readQueuePage(actor, query)
  const { filters, problems, queue, preview, clock, back } = page
  const { t } = clock
  return (
    <DeskPage
      actor={actor}
      here={placeOf(filters)}
      title={titleOf(filters, t)}
      problem={query.problem !== undefined || problems.size > 0}
      counts={queue.counts}
    >
      <div className="min-h-dvh xl:grid xl:grid-cols-[minmax(0,1fr)_25rem]">
        <section className="min-w-0 px-4 py-4 md:px-6">
          <QueueTop page={page} />
          {isAskedFor(filters) ? null : <QueueAsks page={page} />}
          <QueueList page={page} />
          {isAskedFor(filters) ? <QueueAsks page={page} /> : null}
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

/** What a form that was not taken says of itself goes on with whoever has no queue. */
function problemIn({ problem }: Query): string {
  return typeof problem === 'string' ? `?${new URLSearchParams({ problem }).toString()}` : ''
}
