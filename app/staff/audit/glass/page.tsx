import { DataTable } from '@/components/staff/data-table'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { reviewDueWords, reviewFoundWords } from '@/components/staff/glass-words'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { ReviewFigure } from '@/lib/domain/broken-glass'
import { readFilters } from '@/lib/domain/queue-filters'
import type { Translate } from '@/lib/i18n/translate'
import { listGlass } from '@/lib/queries/list-glass'
import type { ListedGlass } from '@/lib/queries/list-glass'
import { deskClock } from '../../_desk/clock'
import { AuditFrame } from '../_audit/audit-frame'
import { NewerOlder } from '../_audit/newer-older'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Broken glasses that wait for a review, those that were reviewed, and how many of all were. */
export default async function GlassPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const { done, ...query } = await searchParams
  const { page } = readFilters(query, { districts: [], strands: [] })
  const { waiting, more, reviewed, moreReviewed, figures } = await listGlass(actor, page)
  const clock = deskClock()
  const { t } = clock
  return (
    <AuditFrame actor={actor} tab="glass">
      <h1 className="text-xl">{t('oversight.glass.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('glass.audit.lead')}</p>
      {done === 'glass' ? (
        <p role="status" className="notice tone-good mb-4 py-2">
          {t('glass.one.done')}
        </p>
      ) : null}
      <ul className="mb-5 grid gap-1">
        {figures.map(({ days, figure }) => (
          <li key={days} data-figure={days}>
            {figureWords(days, figure, t)}
          </li>
        ))}
      </ul>
      <h2 className="mb-2 text-lg">{t('glass.audit.waiting')}</h2>
      <Glasses rows={waiting} none="glass.audit.noneWaiting" clock={clock} />
      <NewerOlder path={staffPaths.auditGlass} narrowed={{}} {...{ page, more, t }} />
      <h2 className="mt-6 mb-2 text-lg">{t('glass.audit.reviewed')}</h2>
      {moreReviewed ? (
        <p className="mb-2">{t('oversight.flags.newest', { shown: reviewed.length })}</p>
      ) : null}
      <Glasses rows={reviewed} none="glass.audit.noneReviewed" clock={clock} />
    </AuditFrame>
  )
}

function figureWords(days: number, { all, reviewed, inTime, percent }: ReviewFigure, t: Translate): string {
  if (percent === null) return t('glass.audit.figureNone', { days })
  return t('glass.audit.figure', { days, all, reviewed, inTime, percent })
}

interface GlassesProps {
  readonly rows: readonly ListedGlass[]
  readonly none: string
  readonly clock: Clock
}

function Glasses({ rows, none, clock }: GlassesProps) {
  const { t } = clock
  if (rows.length === 0) return <p className="card text-ink-soft">{t(none)}</p>
  const columns = ['when', 'who', 'case', 'state'].map((column) => t(`glass.audit.column.${column}`))
  const shown = rows.map((glass) => ({
    key: glass.id,
    cells: [
      <time key="when" dateTime={glass.brokenAt.toISOString()} className="whitespace-nowrap">
        {saidTime(glass.brokenAt, clock)}
      </time>,
      <span key="who">
        <b>
          <bdi>{glass.who}</bdi>
        </b>
        , {t(`staff.role.${glass.role}`)}
      </span>,
      <span key="case" className="whitespace-nowrap">
        {glass.reference}
      </span>,
      <State key="state" glass={glass} clock={clock} />,
    ],
  }))
  return <DataTable caption={t('glass.audit.table')} columns={columns} rows={shown} />
}

function State({ glass, clock }: { readonly glass: ListedGlass; readonly clock: Clock }) {
  const { t } = clock
  const { reviewed, due } = glass
  const waits = reviewDueWords(due, clock)
  const isLate = reviewed === null && waits.isLate
  return (
    <>
      <span className={isLate ? 'font-semibold text-danger' : ''} data-overdue={isLate ? '' : undefined}>
        {reviewed === null ? waits.words : reviewFoundWords(reviewed, clock)}
      </span>{' '}
      <a href={staffPaths.auditGlassOf(glass.id)} className="whitespace-nowrap">
        {t('glass.audit.open')}
        <span className="sr-only"> {glass.reference}</span>
      </a>
    </>
  )
}
