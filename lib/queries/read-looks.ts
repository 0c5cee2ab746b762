import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { deskDb } from '@/lib/db/client'
import type { Look, StaffDay } from '@/lib/domain/looking/look'
import { caseStatuses, roles } from '@/lib/domain/words'

interface LookRow {
  readonly seq: bigint
  readonly at: Date
  readonly day: string
  readonly actorId: string
  readonly role: string
  readonly action: string
  readonly caseId: string | null
  readonly status: string | null
  readonly reason: string | null
  readonly held: boolean
  readonly acted: boolean
  readonly changed: boolean
  readonly kind: string | null
  readonly hits: number
  readonly own: boolean
  readonly colleague: boolean
}

/**
 * What the audit says of looks and searches from `from` on and before `to`, by person and day of the force's calendar, each person's oldest
 * first. For the rules, which run with nobody signed in: no reference, no name and no word is in it.
 */
export async function readLooks(from: Date, to: Date): Promise<readonly StaffDay[]> {
  const rows = await deskDb().$queryRaw<LookRow[]>`
    SELECT seq, at, day::text, actor_id::text AS "actorId", role, action, case_id::text AS "caseId", status, reason, held, acted, changed,
           kind, hits, own, colleague
      FROM looks_between(${from}::timestamptz, ${to}::timestamptz, ${currentForce().timeZone})`
  const days = Map.groupBy(rows, ({ actorId, day }) => `${actorId} ${day}`)
  return [...days.values()].flatMap(dayOf)
}

/** The rows of the audit that flags were made of, with the day of each flag, from a day (`YYYY-MM-DD`) on. */
export async function readFlaggedRows(
  from: string,
): Promise<readonly { readonly day: string; readonly seq: string }[]> {
  return deskDb().$queryRaw`SELECT day::text, seq::text FROM flagged_rows(${from}::date)`
}

function dayOf(rows: readonly LookRow[]): readonly StaffDay[] {
  const last = rows.at(-1)
  const role = roles.find((known) => known === last?.role)
  if (last === undefined || role === undefined) return []
  return [{ actorId: last.actorId, role, date: last.day, looks: rows.flatMap((row) => lookOf(row) ?? []) }]
}

function lookOf({ seq, at, held, acted, changed, hits, own, colleague, ...row }: LookRow): Look | null {
  const where = { seq: String(seq), at }
  if (row.action === 'searched')
    return { ...where, action: 'searched', kind: row.kind ?? '', hits, own, colleague, acted }
  const status = caseStatuses.find((known) => known === row.status)
  if (row.caseId === null || status === undefined) return null
  const action = row.action === 'revealed' ? 'revealed' : 'opened'
  return { ...where, action, caseId: row.caseId, status, reason: row.reason, held, acted, changed }
}
