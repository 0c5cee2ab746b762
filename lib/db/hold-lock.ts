import 'server-only'
import type pg from 'pg'
import { clientAs } from './connect'

/**
 * Does `work` while no other process of this database does what has the same name. Throws `busy` where one does. The lock goes with the
 * connection, so that nothing that was killed keeps it.
 */
export async function holdLock<T>(
  url: string,
  name: string,
  busy: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = clientAs('alongside_owner', url)
  await client.connect()
  try {
    if (!(await isHeld(client, name))) throw new Error(busy)
    return await work()
  } finally {
    await client.end()
  }
}

/**
 * Does `work` with the rights of the desk's server while no other process of this database does what has the same name, and gives what it
 * gives; null, and nothing done, where one does.
 */
export async function whileAlone<T>(url: string, name: string, work: () => Promise<T>): Promise<T | null> {
  const client = clientAs('alongside_staff', url)
  await client.connect()
  try {
    return (await isHeld(client, name)) ? await work() : null
  } finally {
    await client.end()
  }
}

async function isHeld(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [name],
  )
  return rows[0]?.held === true
}
