import { AuditTable } from '@/components/staff/audit-table'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { readFilters } from '@/lib/domain/queue-filters'
import type { Translate } from '@/lib/i18n/translate'
import { listAudit } from '@/lib/queries/list-audit'
import { deskClockFor, districtNames, forceNames } from '../_desk/clock'
import { AuditFrame } from './_audit/audit-frame'
import { AuditNotice } from './_audit/audit-notice'
import { NewerOlder } from './_audit/newer-older'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who opened, changed or was refused what: of everything, of one case by its reference, or what made one flag. */
export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const query = await searchParams
  const { find = '', page } = readFilters(query, { districts: [], strands: [] })
  const flag = typeof query.flag === 'string' ? query.flag : null
  const { rows, names, more } = await listAudit(actor, { find, flag, page })
  const clock = await deskClockFor(actor)
  const { t } = clock
  const isNarrowed = find !== '' || flag !== null
  const narrowed = { ...(find === '' ? {} : { find }), ...(flag === null ? {} : { flag }) }
  return (
    <AuditFrame actor={actor} tab="log" problem={query.problem !== undefined}>
      <h1 className="text-xl">{t('staff.audit.title')}</h1>
      <p className="mt-1 mb-4 text-ink-soft">{t('staff.audit.lead')}</p>
      <AuditNotice query={query} t={t} />
      <Find isWrong={find !== '' && rows.length === 0} {...{ find, isNarrowed, t }} />
      {flag === null ? null : <p className="mb-3">{t('oversight.flags.behind')}</p>}
      {rows.length === 0 ? (
        <p id="find-none" className="card text-ink-soft">
          {t(isNarrowed ? 'staff.audit.none' : 'staff.audit.empty')}
        </p>
      ) : (
        <AuditTable
          rows={rows.map((row) => ({ ...row, key: String(row.seq) }))}
          names={names}
          districts={districtNames()}
          forces={forceNames()}
          clock={clock}
        />
      )}
      <NewerOlder path={staffPaths.audit} isNewestFirst {...{ narrowed, page, more, t }} />
    </AuditFrame>
  )
}

interface FindProps {
  readonly find: string
  readonly isNarrowed: boolean
  /** What was asked for is no reference that anything is known of. */
  readonly isWrong: boolean
  readonly t: Translate
}

function Find({ find, isNarrowed, isWrong, t }: FindProps) {
  return (
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
        <input
          id="find"
          name="find"
          type="search"
          defaultValue={find}
          data-find
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? 'find-none' : undefined}
          className="input w-52"
        />
      </div>
      <Button look="quiet">{t('staff.audit.show')}</Button>
      {isNarrowed ? (
        <a href={staffPaths.audit} className="px-2 py-1.5">
          {t('staff.audit.all')}
        </a>
      ) : null}
    </form>
  )
}
