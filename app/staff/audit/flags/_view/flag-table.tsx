import { AuditTable } from '@/components/staff/audit-table'
import type { Clock } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'
import type { FlagRows } from '@/lib/queries/list-audit'
import { districtNames, forceNames } from '../../../_desk/clock'

interface Props extends FlagRows {
  /** Of the flag. */
  readonly id: string
  readonly names: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** The rows that made a flag; where there are more than are shown, that, and the way to all of them in the log. */
export function FlagTable({ id, rows, count, names, clock }: Props) {
  const { t } = clock
  return (
    <>
      {count > rows.length ? (
        <p className="mb-2">
          {t('oversight.flags.newest', { shown: rows.length })}{' '}
          <a href={staffPaths.auditOfFlag(id)}>{t('oversight.flags.all', { count })}</a>
        </p>
      ) : null}
      <AuditTable
        rows={rows.map((row) => ({ ...row, key: String(row.seq) }))}
        names={names}
        districts={districtNames()}
        forces={forceNames()}
        clock={clock}
      />
    </>
  )
}
