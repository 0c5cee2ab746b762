import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { asOwner } from './staff-accounts'

/** Publishes some years of cases that nobody sent. The same each time, so that it can be done again. */
export async function publishFigures(): Promise<void> {
  const rows = publishedRows()
  await asOwner(async (database) => {
    await database.query(
      `INSERT INTO figure (force, measure, year, first_month, last_month, whole, by, a, b, count, published_at)
       SELECT $1, r.measure, r.year, (r.first || '-01')::date, (r.last || '-01')::date, r.whole, r.by, r.a, r.b, r.count, '2026-01-06'
         FROM jsonb_to_recordset($2::jsonb)
           AS r(measure text, year integer, first text, last text, whole boolean, by text, a text, b text, count integer)
       ON CONFLICT DO NOTHING`,
      [hertfordshire.id, JSON.stringify(rows)],
    )
  })
}
