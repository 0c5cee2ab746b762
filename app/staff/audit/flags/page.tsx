import { FlagCard } from '@/components/staff/flag-card'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { readFilters } from '@/lib/domain/queue-filters'
import { declaredShare } from '@/lib/queries/declared-share'
import { listFlagRows } from '@/lib/queries/list-audit'
import { listFlags } from '@/lib/queries/list-flags'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AuditFrame } from '../_audit/audit-frame'
import { AuditNotice } from '../_audit/audit-notice'
import { NewerOlder } from '../_audit/newer-older'
import { FlagTable } from './_view/flag-table'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** So many rows of each flag are on the page. The others are in the log. */
const mostRows = 50

/** Flags that wait, the oldest first, each with what it was made of; or those that are settled. None about whoever asks. */
export default async function FlagsPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const query = await searchParams
  const resolved = query.show === 'settled'
  const { page } = readFilters(query, { districts: [], strands: [] })
  const [{ flags, more }, share, kept] = await Promise.all([
    listFlags(actor, { resolved, page }),
    declaredShare(actor),
    keptForm(actor, staffPaths.auditFlags),
  ])
  const { byFlag, names } = await listFlagRows(actor, { flagIds: flags.map(({ id }) => id), most: mostRows })
  const clock = deskClock()
  const { t } = clock
  const narrowed = resolved ? { show: 'settled' } : {}
  return (
    <AuditFrame actor={actor} tab="flags" problem={query.problem !== undefined}>
      <h1 className="text-xl">{t('oversight.flags.title')}</h1>
      <p className="mt-1 mb-2 max-w-measure text-ink-soft">{t('oversight.flags.lead')}</p>
      <p className="mb-4 max-w-measure text-ink-soft">{t('oversight.flags.declared', { ...share })}</p>
      <AuditNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <p className="mb-4 flex flex-wrap gap-x-5">
        <a href={staffPaths.auditFlags} aria-current={resolved ? undefined : 'true'}>
          {t('oversight.flags.waiting')}
        </a>
        <a href={`${staffPaths.auditFlags}?show=settled`} aria-current={resolved ? 'true' : undefined}>
          {t('oversight.flags.settled')}
        </a>
      </p>
      <h2 className="sr-only">{t(`oversight.flags.${resolved ? 'settled' : 'waiting'}`)}</h2>
      {flags.length === 0 ? (
        <p className="card text-ink-soft">{t(`oversight.flags.${resolved ? 'noneSettled' : 'none'}`)}</p>
      ) : null}
      <div className="grid gap-4">
        {flags.map((flag) => {
          const { rows, count } = byFlag.get(flag.id) ?? { rows: [], count: 0 }
          return (
            <FlagCard
              key={flag.id}
              flag={{ ...flag, role: rows.at(-1)?.role ?? null }}
              count={count}
              answer={kept?.values.flag === flag.id ? kept.values.answer : undefined}
              clock={clock}
              rows={<FlagTable id={flag.id} {...{ rows, count, names, clock }} />}
            />
          )
        })}
      </div>
      <NewerOlder path={staffPaths.auditFlags} narrowed={narrowed} {...{ page, more, t }} />
    </AuditFrame>
  )
}
