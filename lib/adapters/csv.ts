import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { plainCell } from '@/lib/domain/looks-file'

/** Rows as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read names rightly), every cell in quotes and none a formula. */
export function csvOf(rows: readonly object[], columns: readonly string[]): string {
  return stringify([...rows], {
    ...{ header: true, columns: [...columns], bom: true, quoted: true, record_delimiter: 'windows' },
    cast: { string: (text) => plainCell(text) },
  })
}
