import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { measures } from '@/lib/domain/figures/measures'
import { asOwner } from './staff-accounts'

/**
 * Publishes some years of cases that nobody sent, and nothing else. The same each time, so that it can be done again. To the worker all months are
 * told: other tests make cases of long ago, of which it would tell years with the same names.
 */
export async function publishFigures(): Promise<void> {
  const rows = publishedRows()
  const { id } = hertfordshire
  await asOwner(async (database) => {
    await database.query('BEGIN')
    // Two tests at once do it one after the other.
    // As whoever counts does, so that neither waits for the other.
    await database.query(`SELECT pg_advisory_xact_lock(hashtextextended('alongside/figures/' || $1, 0))`, [
      id,
    ])
    await database.query('LOCK TABLE figure IN SHARE ROW EXCLUSIVE MODE')
    await database.query(
      `INSERT INTO figure_month (force, measure, month, dirty, minimum, frozen_at, published_at)
       SELECT $1, measure, month, false, 5, '2026-01-06', '2026-01-06'
         FROM unnest($2::text[]) measure, generate_series('1999-04-01'::date, '2029-03-01', '1 month') month
       ON CONFLICT (force, measure, month) DO UPDATE SET dirty = false, minimum = 5, frozen_at = EXCLUDED.frozen_at, published_at = EXCLUDED.published_at`,
      [id, [...measures]],
    )
    await database.query('DELETE FROM figure WHERE force = $1', [id])
    await database.query(
      `INSERT INTO figure (force, measure, year, first_month, last_month, whole, by, a, b, count, published_at)
       SELECT $1, r.measure, r.year, (r.first || '-01')::date, (r.last || '-01')::date, r.whole, r.by, r.a, r.b, r.count, '2026-01-06'
         FROM jsonb_to_recordset($2::jsonb)
           AS r(measure text, year integer, first text, last text, whole boolean, by text, a text, b text, count integer)`,
      [id, JSON.stringify(rows)],
    )
    await database.query('COMMIT')
  })
}
