import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

interface Row {
  readonly key: string
  readonly at: Date
  readonly who: string | null
  readonly role: string | null
  readonly action: string
  readonly reference: string | null
  readonly detail: unknown
}

/** Rows of the audit in words. */
export function AuditTable({ rows, clock }: { readonly rows: readonly Row[]; readonly clock: Clock }) {
  const { t } = clock
  const columns = ['at', 'who', 'what', 'case'].map((column) => t(`staff.audit.${column}`))
  const shown = rows.map((row) => ({
    key: row.key,
    cells: [
      <time key="at" dateTime={row.at.toISOString()} className="whitespace-nowrap">
        {saidTime(row.at, clock)}
      </time>,
      <Who key="who" row={row} t={t} />,
      actionWords(row, t),
      <Reference key="case" reference={row.reference} />,
    ],
  }))
  return <DataTable caption={t('staff.audit.title')} columns={columns} rows={shown} />
}

function Who({ row, t }: { readonly row: Row; readonly t: Translate }) {
  if (row.who === null) return <span className="text-ink-soft">{t('staff.audit.nobody')}</span>
  return (
    <>
      <b>{row.who}</b>
      {row.role === null ? null : <span className="text-ink-soft">, {t(`staff.role.${row.role}`)}</span>}
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

/** Each code of a row's detail in words, where there are words for it. */
function actionWords({ action, detail }: Row, t: Translate): string {
  const codes = new Map<string, unknown>(
    typeof detail === 'object' && detail !== null ? Object.entries(detail) : [],
  )
  const said = (code: string, ...groups: readonly string[]) => {
    const value = codes.get(code)
    const key = groups.map((group) => `staff.${group}.${String(value)}`).find((known) => t.has(known))
    return key === undefined ? '' : t(key).toLowerCase()
  }
  const key = `staff.audit.action.${action}`
  if (!t.has(key)) return t('staff.audit.action.other', { code: action.replaceAll('-', ' ') })
  return t(key, {
    reason: said('reason', 'audit.reason'),
    attempted: said('attempted', 'audit.attempted'),
    to: said('to', 'status', 'risk'),
    disposition: said('disposition', 'disposition'),
    channel: said('channel', 'channel'),
    why: said('why', 'audit.why'),
  })
}
