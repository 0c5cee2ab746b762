import pg from 'pg'
import type { Opened } from './note-opens.ts'

/** Reads of what cases hold, beside the audit. */
export interface Reconciled {
  readonly reads: number
  readonly withRow: number
  /** Those that nothing in the audit tells of. There must be none. */
  readonly without: readonly Opened[]
}

/** Acts that open a case, or a part of one: one row for each time. */
const looks = [
  'opened',
  'indexed',
  'evidence-scanned',
  'identity-revealed',
  'identity-compared',
  'glass-reason-read',
  'minimising',
  'code-renewing',
]
/** What goes out is opened by the job that sends it, and what comes from another force to take it in: each row names the box, which is gone, or never was, here. */
const naming = ['outbound-opened', 'passing-opened']
/** What a search opens of each case it found: what was sent, and the plan that holds. */
const searchedFor = ['submission', 'contact-plan']
/** What an operator does to many boxes at once, with one row before it. */
const operators = ['keys-rotated', 'keys-recovered', 'recovery-drilled']
/** A row stands for what is read so long after it, in milliseconds; what an operator does may take longer. */
const window = 60_000
const longest = 3_600_000
/** The database keeps milliseconds. */
const grain = 1

interface Row {
  readonly seq: string
  readonly action: string
  readonly case_id: string | null
  readonly hits: number | null
  readonly box: string | null
  readonly at: number
  /** Its case is gone, or what was sealed in it is, or was sealed anew. */
  readonly gone: boolean
}

/**
 * Finds for every read the row of the audit that was committed before it: a look at that very case, and one row for each time its box was
 * opened; a search, for as many cases as it says it found; a try to send what is in the box it names; or an operator's act. Of a box that is gone it is no longer known which case it was of:
 * there it is a look at a case that was erased, or that is gone too. What the holder of a return code opens with their own key is no read of the desk.
 */
export async function reconcile(opened: readonly Opened[], databaseUrl: string): Promise<Reconciled> {
  const reads = opened.filter(({ key }) => !key.startsWith('reporter-') && key !== 'drill')
  if (reads.length === 0) return { reads: 0, withRow: 0, without: [] }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const rows = await rowsOf(client)
    const cases = await casesOf(client)
    const without = unmatched(reads, rows, cases)
    return { reads: reads.length, withRow: reads.length - without.length, without }
  } finally {
    await client.end()
  }
}

async function rowsOf(client: pg.Client): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT e.seq::text, e.action, e.case_id::text, (e.detail->>'hits')::integer AS hits, e.detail->>'box' AS box,
            (extract(epoch FROM l.linked_at) * 1000)::float8 AS at,
            NOT EXISTS (SELECT FROM "case" c WHERE c.id = e.case_id AND c.erased_at IS NULL)
              OR EXISTS (SELECT FROM audit_event m WHERE m.case_id = e.case_id AND m.action = 'minimised') AS gone
       FROM audit_event e JOIN audit_link l ON l.seq = e.seq
      WHERE e.action = ANY ($1) ORDER BY l.linked_at, e.seq`,
    [[...looks, ...operators, 'searched', ...naming]],
  )
  return rows
}

/** Which case each box is of, by whatever table has a box of its own. */
async function casesOf(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await client.query<{ name: string; box: string; of: string | null }>(
    `SELECT r.conrelid::regclass::text AS name, quote_ident(a.attname) AS box,
            (SELECT min(o.attname::text) FROM pg_attribute o
              WHERE o.attrelid = r.conrelid AND o.attname IN ('case_id', 'submission_id')) AS of
       FROM pg_constraint r JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = r.conkey[1]
      WHERE r.contype = 'f' AND r.confrelid = 'sealed_box'::regclass
        AND r.conrelid <> ALL (ARRAY['sealed_field'::regclass, 'key_wrap'::regclass])`,
  )
  const cases = new Map<string, string>()
  for (const { name, box, of } of tables) {
    const { rows } = await client.query<{ box: string; case: string }>(
      of === 'case_id'
        ? `SELECT t.${box}::text AS box, t.case_id::text AS case FROM ${name} t WHERE t.${box} IS NOT NULL`
        : `SELECT t.${box}::text AS box, c.id::text AS case FROM ${name} t
             JOIN "case" c ON c.submission_id = t.${of ?? 'id'} WHERE t.${box} IS NOT NULL`,
    )
    for (const row of rows) cases.set(row.box, row.case)
  }
  return cases
}

function unmatched(
  reads: readonly Opened[],
  rows: readonly Row[],
  cases: ReadonlyMap<string, string>,
): readonly Opened[] {
  const ofCase = Map.groupBy(
    rows.filter(({ action }) => looks.includes(action)),
    ({ case_id }) => case_id,
  )
  const ofGone = rows.filter(({ action, gone }) => gone && looks.includes(action))
  const searches = rows.filter(({ action }) => action === 'searched')
  const operated = rows.filter(({ action }) => operators.includes(action))
  const used = new Set<string>()
  const searched = new Map<string, number>()
  const isCovered = (read: Opened): boolean => {
    const before = (row: Row, within: number) => row.at <= read.at + grain && row.at >= read.at - within
    const once = (row: Row) => !used.has(`${row.seq} ${read.box}`)
    const take = (row: Row) => used.add(`${row.seq} ${read.box}`)
    const sent = rows.findLast(
      (row) => naming.includes(row.action) && row.box === read.box && before(row, window) && once(row),
    )
    if (sent !== undefined) return take(sent).size > 0
    const id = cases.get(read.box)
    const look = (id === undefined ? ofGone : (ofCase.get(id) ?? [])).findLast(
      (row) => before(row, window) && once(row),
    )
    if (look !== undefined) return take(look).size > 0
    const counted = ({ seq }: Row) => `${seq} ${read.purpose}`
    const search = searches.findLast(
      (row) => before(row, window) && once(row) && (searched.get(counted(row)) ?? 0) < (row.hits ?? 0),
    )
    if (search !== undefined && searchedFor.includes(read.purpose)) {
      searched.set(counted(search), (searched.get(counted(search)) ?? 0) + 1)
      return take(search).size > 0
    }
    return operated.some((row) => before(row, longest))
  }
  return [...reads].sort((one, other) => one.at - other.at).filter((read) => !isCovered(read))
}
