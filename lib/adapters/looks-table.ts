import 'server-only'
import { localTime } from '@/lib/domain/calendar'
import type { LooksOf } from '@/lib/domain/looks-file'
import type { Translate } from '@/lib/i18n/translate'
import { csvOf } from './csv'

/** What the table is written with. Times are by the clock of the force. */
interface Wording {
  readonly t: Translate
  readonly force: { readonly timeZone: string }
}

/** Who has seen a case as CSV for people: in words, and times as `YYYY-MM-DD HH:MM` by the force's clock. */
export function looksTable(reference: string, lookers: readonly LooksOf[], wording: Wording): string {
  const heading = (column: Column) => wording.t(`oversight.who.column.${column}`)
  const rows = lookers.map((looker) => {
    const cells = cellsOf(reference, looker, wording)
    return Object.fromEntries(columns.map((column) => [heading(column), cells[column]]))
  })
  return csvOf(rows, columns.map(heading))
}

const columns = [
  ...(['reference', 'name', 'role', 'opened', 'first', 'last', 'reasons', 'revealed'] as const),
  ...(['identity', 'identityReasons', 'refused'] as const),
] as const
type Column = (typeof columns)[number]

function cellsOf(
  reference: string,
  looker: LooksOf,
  { t, force }: Wording,
): Readonly<Record<Column, string | number>> {
  const at = (time: Date) =>
    localTime(time, force).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
  const why = (reasons: readonly string[]) =>
    reasons.map((code) => said('staff.audit.reason', code, t)).join(', ')
  return {
    reference,
    name: looker.name ?? t('staff.case.somebody'),
    role: looker.role === null ? '' : said('staff.role', looker.role, t),
    opened: looker.looks,
    first: at(looker.firstAt),
    last: at(looker.lastAt),
    reasons: why(looker.reasons),
    revealed: looker.reveals,
    identity: looker.identities,
    identityReasons: why(looker.identityReasons),
    refused: looker.refusals,
  }
}

/** The words of a code; the code itself where an old row has one that is gone. */
function said(group: string, code: string, t: Translate): string {
  const key = `${group}.${code}`
  return t.has(key) ? t(key) : code.replaceAll('-', ' ')
}
