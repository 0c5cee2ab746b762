import type { Role } from './words'

/** The forms in which looks can be taken out. */
export const looksFormats = ['csv', 'json'] as const
export type LooksFormat = (typeof looksFormats)[number]

/** One person's looks at a case, as a file for machines has them: times as ISO 8601 in UTC, reasons as codes. */
export interface LooksRow {
  readonly reference: string
  readonly name: string
  readonly role: string
  readonly opened: number
  readonly first: string
  readonly last: string
  readonly reasons: string
  readonly revealed: number
  readonly identity: number
  readonly identityReasons: string
  readonly refused: number
}

/** What a file of looks is about. */
export interface LooksAbout {
  readonly reference: string
  readonly madeAt: Date
  readonly from: Date | null
  readonly until: Date | null
  readonly role: Role | null
}

/** One person's looks, as the audit has them. */
export interface LooksOf {
  readonly name: string | null
  readonly role: string | null
  readonly looks: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly reasons: readonly string[]
  readonly reveals: number
  readonly identities: number
  readonly identityReasons: readonly string[]
  readonly refusals: number
}

/** One line of the file. */
export function looksRow(reference: string, looker: LooksOf): LooksRow {
  return {
    reference,
    name: looker.name ?? '',
    role: looker.role ?? '',
    opened: looker.looks,
    first: looker.firstAt.toISOString(),
    last: looker.lastAt.toISOString(),
    reasons: looker.reasons.join(' '),
    revealed: looker.reveals,
    identity: looker.identities,
    identityReasons: looker.identityReasons.join(' '),
    refused: looker.refusals,
  }
}

/** The file as JSON, for machines. */
export function looksJson(about: LooksAbout, rows: readonly LooksRow[]): string {
  const { madeAt, from, until, ...rest } = about
  const limits = { from: from?.toISOString() ?? null, until: until?.toISOString() ?? null }
  return `${JSON.stringify({ ...rest, ...limits, madeAt: madeAt.toISOString(), people: rows }, null, 2)}\n`
}

/** What a spreadsheet would take for a formula, also behind spaces, a quotation mark or in full width. */
const formula = /^[\s"']*[=+\-@＝＋－＠]|^[\t\r]/u

/** A text as a cell of a spreadsheet that no programme runs as a formula: it begins with an apostrophe then. */
export function plainCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}
