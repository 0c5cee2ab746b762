import { QueueTable } from '@/components/staff/queue-table'
import { SearchForm } from '@/components/staff/search-form'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Translate } from '@/lib/i18n/translate'
import { listQueue, pageSize } from '@/lib/queries/list-queue'
import { loadRota } from '@/lib/queries/load-rota'
import { deskClock, districtNames } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { withSuggested } from '../_desk/queue-preview'
import { keptForm } from '../_http/kept-form'
import { lastFound } from './_search/last-found'
import type { LastFound } from './_search/last-found'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * What was found last, as far as this person may open it now. Looking at it again is no new search. Where a search was not done, that
 * is said, and nothing that an earlier one found is there to be taken for its answer.
 */
export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireEntrance('search')
  const query = await searchParams
  const isUndone = query.problem !== undefined || query.kept !== undefined
  const [found, kept] = await Promise.all([
    isUndone ? null : lastFound(actor),
    keptForm(actor, staffPaths.search),
  ])
  const [queue, rota] = await Promise.all([
    listQueue(actor, { page: 1 }, pageSize, found?.references ?? []),
    loadRota(actor),
  ])
  const clock = deskClock()
  const { t } = clock
  const rows = queue.rows.filter(({ mayOpen }) => mayOpen)
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={t('staff.search.title')}
      problem={query.problem !== undefined}
      counts={queue.counts}
    >
      <div className="px-4 py-4 md:px-6">
        <h1 className="mb-3 text-xl">{t('staff.search.title')}</h1>
        <DoneNotice query={query} t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        <SearchForm t={t} />
        {isUndone ? null : <Outcome found={found} shown={rows.length} t={t} />}
        {rows.length === 0 ? null : (
          <QueueTable
            items={withSuggested(rows, rota)}
            selected={null}
            clock={clock}
            districts={districtNames()}
            actorId={actor.id}
            previewOf={staffPaths.case}
          />
        )}
        <p className="mt-4 max-w-measure text-sm text-ink-soft">{t('staff.search.about')}</p>
        {mayEnter(actor.role, 'glass') ? (
          <p className="mt-2 text-sm">
            <a href={staffPaths.breakGlass}>{t('glass.link')}</a>
          </p>
        ) : null}
      </div>
    </DeskPage>
  )
}

interface OutcomeProps {
  readonly found: LastFound | null
  readonly shown: number
  readonly t: Translate
}

function Outcome({ found, shown, t }: OutcomeProps) {
  if (found === null) return <p className="card text-ink-soft">{t('staff.search.never')}</p>
  if (found.kind === 'unknown') return <p className="card">{t('staff.search.unknown')}</p>
  const words = found.more ? 'staff.search.foundMore' : 'staff.search.found'
  return (
    <>
      <p className="mb-3" role="status">
        <b>{t(words, { count: shown })}</b>. {t(`staff.search.by.${found.kind}`)}.
      </p>
      {found.more ? <p className="mb-3 text-ink-soft">{t('staff.search.more')}</p> : null}
      {shown === 0 ? <p className="card text-ink-soft">{t('staff.search.none')}</p> : null}
    </>
  )
}
