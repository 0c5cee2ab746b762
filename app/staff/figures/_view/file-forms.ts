import 'server-only'
import { csvOf } from '@/lib/adapters/csv'
import { odsOf } from '@/lib/adapters/ods'
import type { Translate } from '@/lib/i18n/translate'
import type { FigureFile } from './figure-rows'

/** How they were made stands below them: a file of this kind has one sheet. */
export function asCsv({ headings, rows, made }: FigureFile, t: Translate): string {
  const how = made.map((of) => [t('figures.column.made'), of])
  const named = [...rows, ...how].map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, String(row[at] ?? '')])),
  )
  return csvOf(named, headings)
}

/** A sheet of cells, and one of how they were made. */
export function asOds({ headings, rows, made }: FigureFile, t: Translate): Uint8Array<ArrayBuffer> {
  const how = t('figures.column.made')
  return odsOf([
    { name: t('figures.title'), rows: [headings, ...rows] },
    { name: how, rows: [[how], ...made.map((line) => [line])] },
  ])
}

/** The forms a file may have. */
export const fileForms = {
  csv: { type: 'text/csv; charset=utf-8', body: asCsv },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', body: asOds },
} as const
export type FileForm = keyof typeof fileForms
