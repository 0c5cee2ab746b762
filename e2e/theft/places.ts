import { appendFileSync, cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Writes every row of every table into a file, as text. Gives how many submissions there are. */
export async function dumpTo(path: string, url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
    )
    await client.query('begin')
    for (const { name } of tables) {
      await client.query(`declare every cursor for select t::text as row from ${name} t`)
      for (;;) {
        const { rows } = await client.query<{ row: string }>('fetch 200 from every')
        if (rows.length === 0) break
        appendFileSync(path, rows.map(({ row }) => `${row}\n`).join(''))
      }
      await client.query('close every')
    }
    const { rows } = await client.query<{ sent: number }>('select count(*)::integer as sent from submission')
    await client.query('commit')
    return rows[0]?.sent ?? 0
  })
}

/** From now on the write-ahead log is kept whole, so that all of it can be looked through. */
export async function keepLog(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`alter system set wal_keep_size = '64GB'`)
    await client.query('select pg_reload_conf()')
  })
}

/** A base backup of a running server, as an operator would take it: between start and stop, with all that is in memory. */
export async function backUp(url: string, from: string, to: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`select pg_backup_start('theft', true)`)
    cpSync(from, to, { recursive: true, filter: (path) => existsSync(path) && !path.endsWith('.pid') })
    await client.query('select pg_backup_stop()')
    // What is only in memory now is written to the files that are looked through next.
    await client.query('checkpoint')
  })
}

/** Every file below a folder. One that goes away meanwhile is none. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

/** The test runner keeps the compiled tests there, markers and all. */
const runnersOwn = /playwright|\/tsx-/

/** The files below a folder that were written since a time by anything but the test runner. */
export function writtenSince(folder: string, time: Date): readonly string[] {
  return filesBelow(folder)
    .filter((path) => !runnersOwn.test(path))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtime ?? 0) >= time)
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
