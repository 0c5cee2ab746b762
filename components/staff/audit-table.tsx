import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { auditWords } from '@/components/staff/audit-words'
import type { AuditFacts, AuditWording } from '@/components/staff/audit-words'
import { DataTable } from '@/components/staff/data-table'
import { staffPaths } from '@/lib/config/paths'
import { unnamedOf } from '@/lib/domain/audit'
import type { Translate } from '@/lib/i18n/translate'

interface Row extends AuditFacts {
  readonly key: string
  readonly at: Date
  readonly who: string | null
  readonly role: string | null
  readonly reference: string | null
}

interface Props extends Omit<AuditWording, 't'> {
  readonly rows: readonly Row[]
  readonly clock: Clock
}

/** Rows of the audit in words. */
export function AuditTable({ rows, names, districts, forces, clock }: Props) {
  const { t } = clock
  const columns = ['at', 'who', 'what', 'case'].map((column) => t(`staff.audit.${column}`))
  const shown = rows.map((row) => ({
    key: row.key,
    cells: [
      <time key="at" dateTime={row.at.toISOString()} className="whitespace-nowrap">
        {saidTime(row.at, clock)}
      </time>,
      <Who key="who" row={row} t={t} />,
      <What key="what" {...{ row, names, districts, forces, t }} />,
      <Reference key="case" reference={row.reference} />,
    ],
  }))
  return <DataTable caption={t('staff.audit.title')} columns={columns} rows={shown} />
}

function Who({ row, t }: { readonly row: Row; readonly t: Translate }) {
  if (row.who === null)
    return <span className="text-ink-soft">{t(`staff.audit.nobody.${unnamedOf(row.action)}`)}</span>
  return (
    <>
      <b>
        <bdi>{row.who}</bdi>
      </b>
      {row.role === null ? null : <span className="text-ink-soft">, {t(`staff.role.${row.role}`)}</span>}
    </>
  )
}

function What({ row, ...wording }: AuditWording & { readonly row: Row }) {
  const { did, about, more } = auditWords(row, wording)
  return (
    <>
      {did}
      {about === null ? null : (
        <>
          {': '}
          <b>
            <bdi>{about}</bdi>
          </b>
        </>
      )}
      {more.length === 0 ? null : ` (${more.join('; ')})`}
    </>
  )
}

function Reference({ reference }: Pick<Row, 'reference'>) {
  if (reference === null) return null
  return (
    <a
      href={`${staffPaths.audit}?${new URLSearchParams({ find: reference }).toString()}`}
      className="whitespace-nowrap"
    >
      {reference}
    </a>
  )
}
