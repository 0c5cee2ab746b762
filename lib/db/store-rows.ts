import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { clientAs } from './connect'

/** Rows for several tables, that come in through one. */
export interface Storing {
  /** Makes the table they come in through, `into`. */
  readonly staging: string
  readonly into: string
  /** As COPY reads them. */
  readonly lines: Iterable<string>
  /** Tables whose triggers are not for these rows. */
  readonly quiet: readonly string[]
  /** What is stored, in words, and the statement that does it; `$1` is the force. */
  readonly steps: readonly (readonly [string, string])[]
  readonly force: string
  /** Told each step that is done. */
  readonly progress: (done: string) => void
}

/** Stores them as the owner, in one transaction: all or none. Whoever changes something in those tables meanwhile waits. */
export async function storeRows(url: string, storing: Storing): Promise<void> {
  const { staging, into, lines, quiet, steps, force, progress } = storing
  const client = clientAs('alongside_owner', url)
  await client.connect()
  try {
    await client.query('BEGIN')
    // Seen by nobody else, and gone before the end. Not temporary: no role of ours may make tables of its own.
    await client.query(staging)
    await pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${into} FROM STDIN`)))
    await client.query(`ANALYZE ${into}`)
    for (const table of quiet) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`)
    for (const [what, statement] of steps) {
      await client.query(statement, statement.includes('$1') ? [force] : [])
      progress(`stored: ${what}`)
    }
    for (const table of quiet) await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`)
    await client.query(`DROP TABLE ${into}`)
    await client.query('COMMIT')
    await client.query(`ANALYZE ${quiet.map((table) => `"${table}"`).join(', ')}`)
  } finally {
    // What was not committed goes with the connection.
    await client.end()
  }
}
