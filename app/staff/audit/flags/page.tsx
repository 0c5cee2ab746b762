import { AuditTable } from '@/components/staff/audit-table'
import { FlagCard } from '@/components/staff/flag-card'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { readFilters } from '@/lib/domain/queue-filters'
import { listAuditRows } from '@/lib/queries/list-audit'
import { listFlags } from '@/lib/queries/list-flags'
import { deskClock, districtNames } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AuditFrame } from '../_audit/audit-frame'
import { AuditNotice } from '../_audit/audit-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Flags that wait, the oldest first, each with what it was made of; or those that are settled. None about whoever asks. */
export default async function FlagsPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const query = await searchParams
  const resolved = query.show === 'settled'
  const { page } = readFilters(query, { districts: [], strands: [] })
  const [{ flags, more }, kept] = await Promise.all([
    listFlags(actor, { resolved, page }),
    keptForm(actor, staffPaths.auditFlags),
  ])
  const { rows, names } = await listAuditRows(
    actor,
    flags.flatMap((flag) => flag.rows),
  )
  const clock = deskClock()
  const { t } = clock
  const hrefOf = (to: number) =>
    `${staffPaths.auditFlags}?${new URLSearchParams({ ...(resolved ? { show: 'settled' } : {}), page: String(to) }).toString()}`
  return (
    <AuditFrame actor={actor} tab="flags" problem={query.problem !== undefined}>
      <h1 className="text-xl">{t('oversight.flags.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('oversight.flags.lead')}</p>
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
          const own = rows.filter(({ seq }) => flag.rows.includes(seq))
          return (
            <FlagCard
              key={flag.id}
              flag={{ ...flag, role: own.at(-1)?.role ?? null }}
              count={own.length}
              answer={kept?.values.flag === flag.id ? kept.values.answer : undefined}
              clock={clock}
              rows={
                <AuditTable
                  rows={own.map((row) => ({ ...row, key: String(row.seq) }))}
                  names={names}
                  districts={districtNames()}
                  clock={clock}
                />
              }
            />
          )
        })}
      </div>
      <p className="mt-4 flex gap-4">
        {page > 1 ? <a href={hrefOf(page - 1)}>{t('staff.audit.newer')}</a> : null}
        {more ? <a href={hrefOf(page + 1)}>{t('staff.audit.older')}</a> : null}
      </p>
    </AuditFrame>
  )
}
