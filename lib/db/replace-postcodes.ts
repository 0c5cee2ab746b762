import 'server-only'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'
import { clientAs } from './connect'

/** What is put on record of an edition. */
export interface Edition {
  readonly id: string
  readonly force: string
  readonly name: string
  readonly at: Date
  readonly read: number
  readonly kept: number
}

/**
 * Puts lines of `postcode<tab>district` (`\N` for none) in the place of the postcodes there are, as the owner, in one transaction: whoever looks one up
 * meanwhile finds the edition of before. `settle` is asked once the last line is read, told how many postcodes there were; what it throws leaves all as it was.
 * Any number of lines, in the memory of a few.
 */
export async function replacePostcodes(
  url: string,
  lines: AsyncIterable<string>,
  settle: (before: number) => Edition,
): Promise<void> {
  const client = clientAs('alongside_owner', url)
  await client.connect()
  try {
    await client.query('BEGIN')
    // Seen by nobody else, and gone before the end. Not temporary: no role of ours may make tables of its own.
    await client.query('CREATE TABLE postcode_staging (postcode text NOT NULL, district text)')
    await pipeline(Readable.from(lines), client.query(copyFrom('COPY postcode_staging FROM STDIN')))
    const { rows } = await client.query<{ before: number }>(
      'SELECT count(*)::integer AS before FROM unit_postcode',
    )
    const edition = settle(rows[0]?.before ?? 0)
    await client.query('DELETE FROM unit_postcode')
    await client.query(
      `INSERT INTO unit_postcode (postcode, district)
       SELECT DISTINCT ON (postcode) postcode, district FROM postcode_staging ORDER BY postcode, district NULLS LAST`,
    )
    await client.query('DROP TABLE postcode_staging')
    const { id, force, name, at, read, kept } = edition
    await client.query(
      `INSERT INTO postcode_release (id, force, name, loaded_at, rows_read, rows_kept) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, force, name, at, read, kept],
    )
    await client.query('COMMIT')
    await client.query('ANALYZE unit_postcode')
  } finally {
    // What was not committed goes with the connection.
    await client.end()
  }
}
