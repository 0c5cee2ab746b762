import { AuditTable } from '@/components/staff/audit-table'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { readFilters } from '@/lib/domain/queue-filters'
import { listAudit } from '@/lib/queries/list-audit'
import { deskClock, districtNames } from '../_desk/clock'
import { AuditFrame } from './_audit/audit-frame'
import { AuditNotice } from './_audit/audit-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who opened, changed or was refused what: of everything, or of one case by its reference. */
export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const query = await searchParams
  const { find = '', page } = readFilters(query, { districts: [], strands: [] })
  const { rows, names, more } = await listAudit(actor, { find, page })
  const clock = deskClock()
  const { t } = clock
  const hrefOf = (to: number) =>
    `${staffPaths.audit}?${new URLSearchParams({ ...(find === '' ? {} : { find }), page: String(to) }).toString()}`
  return (
    <AuditFrame actor={actor} tab="log" problem={query.problem !== undefined}>
      <h1 className="text-xl">{t('staff.audit.title')}</h1>
      <p className="mt-1 mb-4 text-ink-soft">{t('staff.audit.lead')}</p>
      <AuditNotice query={query} t={t} />
      <form
        method="get"
        action={staffPaths.audit}
        role="search"
        className="mb-4 flex flex-wrap items-end gap-2"
      >
        <div>
          <label className="label" htmlFor="find">
            {t('staff.audit.find')}
          </label>
          <input id="find" name="find" type="search" defaultValue={find} data-find className="input w-52" />
        </div>
        <Button look="quiet">{t('staff.audit.show')}</Button>
        {find === '' ? null : (
          <a href={staffPaths.audit} className="px-2 py-1.5">
            {t('staff.audit.all')}
          </a>
        )}
      </form>
      {rows.length === 0 ? (
        <p className="card text-ink-soft">{t(find === '' ? 'staff.audit.empty' : 'staff.audit.none')}</p>
      ) : (
        <AuditTable
          rows={rows.map((row) => ({ ...row, key: String(row.seq) }))}
          names={names}
          districts={districtNames()}
          clock={clock}
        />
      )}
      <p className="mt-4 flex gap-4">
        {page > 1 ? <a href={hrefOf(page - 1)}>{t('staff.audit.newer')}</a> : null}
        {more ? <a href={hrefOf(page + 1)}>{t('staff.audit.older')}</a> : null}
      </p>
    </AuditFrame>
  )
}
