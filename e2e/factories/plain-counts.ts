import { currentForce } from '@/lib/config/current-force'
import { Prisma } from '@/lib/db/generated/client'
import { ownerDb } from '@/lib/db/owner'
import type { Dimension, Measure } from '@/lib/domain/figures/measures'
import type { Question } from '@/lib/domain/figures/question'
import { addMonths } from '@/lib/domain/figures/statistics-year'
import { risks } from '@/lib/domain/words'

/** A figure as somebody would count it who may read every row: by one plain statement, which nothing of the product has a part in. */
export async function plainCount({ from, to, filters }: Question, measure: Measure): Promise<number> {
  const zone = currentForce().timeZone
  const { rows, at } = sources[measure]
  const every = [
    Prisma.sql`c.force = ${currentForce().id} AND ${counts(Prisma.sql`c`)}`,
    Prisma.sql`${at} >= (${`${from}-01`}::timestamp AT TIME ZONE ${zone})`,
    Prisma.sql`${at} < (${`${addMonths(to, 1)}-01`}::timestamp AT TIME ZONE ${zone})`,
    ...filters.map(({ dimension, value }) => holds(dimension, value, zone)),
  ]
  const [row] = await ownerDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM ${rows} WHERE ${Prisma.join(every, ' AND ')}`
  return row?.count ?? 0
}

const counts = (c: Prisma.Sql) => Prisma.sql`NOT ${c}.restricted AND ${c}.goes_on_in_id IS NULL
  AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = ${c}.id)`

const clocked = Prisma.sql`"case" c LEFT JOIN case_clock k ON k.case_id = c.id AND k.kind = 'first-contact'`

/** When somebody of ours first spoke with them, left them a message or wrote to them. */
const told = Prisma.sql`"case" c JOIN (
  SELECT v.case_id, min(v.at) AS at FROM case_event v
   WHERE v.type = ANY ('{message-sent,letter-written}') OR v.type = 'contact-recorded' AND v.detail->>'result' = ANY ('{spoke,left-message}')
   GROUP BY 1) t ON t.case_id = c.id`

const sources: Readonly<Record<Measure, { readonly rows: Prisma.Sql; readonly at: Prisma.Sql }>> = {
  received: { rows: Prisma.sql`"case" c`, at: Prisma.sql`c.received_at` },
  promised: { rows: clocked, at: Prisma.sql`c.promised_by` },
  contacted: { rows: told, at: Prisma.sql`t.at` },
  closed: { rows: Prisma.sql`"case" c`, at: Prisma.sql`CASE WHEN c.status = 'closed' THEN c.closed_at END` },
  answered: {
    rows: Prisma.sql`"case" c JOIN agreement a ON a.submission_id = c.submission_id`,
    at: Prisma.sql`a.answered_at`,
  },
}

function holds(dimension: Dimension, value: string, zone: string): Prisma.Sql {
  const hours = Prisma.sql`extract(epoch FROM t.at - c.received_at) / 3600`
  const local = Prisma.sql`(c.received_at AT TIME ZONE ${zone})`
  if (dimension.startsWith('strand:')) {
    const has = Prisma.sql`${dimension.slice('strand:'.length)} = ANY (c.strands)`
    return value === 'yes' ? has : Prisma.sql`NOT ${has}`
  }
  const columns: Readonly<Partial<Record<Dimension, Prisma.Sql>>> = {
    district: Prisma.sql`coalesce(c.district, 'unknown')`,
    kind: Prisma.sql`c.kind`,
    channel: Prisma.sql`c.channel`,
    risk: Prisma.sql`(${[...risks]}::text[])[c.risk_rank + 1]`,
    repeat: Prisma.sql`CASE WHEN ${isRepeat} THEN 'yes' ELSE 'no' END`,
    weekday: Prisma.sql`extract(isodow FROM ${local})::text`,
    daypart: Prisma.sql`floor(extract(hour FROM ${local}) / 4)::text`,
    outcome: Prisma.sql`coalesce(k.outcome, CASE WHEN k.id IS NULL AND c.status = 'closed' THEN 'dropped' ELSE 'open' END)`,
    band: Prisma.sql`CASE WHEN ${hours} <= 4 THEN '4h' WHEN ${hours} <= 24 THEN '1d' WHEN ${hours} <= 48 THEN '2d'
      WHEN ${hours} <= 72 THEN '3d' WHEN ${hours} <= 168 THEN '7d' ELSE 'later' END`,
    disposition: Prisma.sql`coalesce(c.disposition, 'unknown')`,
    answer: Prisma.sql`a.answer`,
    offence: Prisma.sql`coalesce(c.offence_group, 'none')`,
    online: Prisma.sql`CASE WHEN c.online_flag THEN 'yes' ELSE 'no' END`,
  }
  const column = columns[dimension]
  if (column === undefined) throw new Error(`Nobody has said how to count by ${dimension}.`)
  return Prisma.sql`${column} = ${value}`
}

const isRepeat = Prisma.sql`EXISTS (
  SELECT FROM case_index own JOIN case_index theirs ON (theirs.key_id, theirs.kind, theirs.term) = (own.key_id, own.kind, own.term)
    JOIN "case" e ON e.id = theirs.case_id
   WHERE own.case_id = c.id AND own.kind IN ('telephone', 'email') AND e.received_at < c.received_at
     AND e.received_at >= c.received_at - interval '2160 hours' AND ${counts(Prisma.sql`e`)})`
