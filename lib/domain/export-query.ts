import { parseReference } from './reference'
import { exportReasons, mostExported } from './subject-access'
import type { ExportReason } from './subject-access'

/** What an address of the export page asks for: further cases of the same person, and what it is for once that is chosen. */
export interface ExportQuery {
  readonly also: readonly string[]
  /** What was typed as a reference and is none. */
  readonly isTypo: boolean
  readonly reason: ExportReason | null
}

/** Reads it. `reference` is the case the page is of. */
export function readExportQuery(reference: string, query: URLSearchParams): ExportQuery {
  const typed = query.getAll('also').filter((text) => text.trim() !== '')
  const found = typed.flatMap((text) => parseReference(text) ?? [])
  const also = [...new Set(found)].filter((other) => other !== reference).slice(0, mostExported - 1)
  const reason = exportReasons.find((known) => known === query.get('reason')) ?? null
  return { also, isTypo: found.length < typed.length, reason }
}

/** The same as the pairs of an address, always in one order. */
export function exportPairs({
  also,
  reason,
}: Pick<ExportQuery, 'also' | 'reason'>): readonly (readonly [string, string])[] {
  return [
    ...also.map((reference) => ['also', reference] as const),
    ...(reason === null ? [] : [['reason', reason] as const]),
  ]
}
