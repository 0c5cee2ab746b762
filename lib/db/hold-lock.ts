import 'server-only'
import type pg from 'pg'
import { clientAs } from './connect'

/**
 * Does `work` while no other process of this database does what has the same name. Throws `busy` where one does. The lock goes with the
 * connection, so that nothing that was killed keeps it; throws where it went before the work was done.
 */
export async function holdLock<T>(
  url: string,
  name: string,
  busy: string,
  work: () => Promise<T>,
): Promise<T> {
  return withLock(clientAs('alongside_owner', url), name, work, () => {
    throw new Error(busy)
  })
}

/**
 * Does `work` with the rights of the desk's server while no other process of this database does what has the same name, and gives what it
 * gives; null, and nothing done, where one does. Throws where the lock went before the work was done: another may have been at it too.
 */
export async function whileAlone<T>(url: string, name: string, work: () => Promise<T>): Promise<T | null> {
  return withLock(clientAs('alongside_staff', url), name, work, () => null)
}

async function withLock<T, U>(
  client: pg.Client,
  name: string,
  work: () => Promise<T>,
  otherwise: () => U,
): Promise<T | U> {
  const lost: Error[] = []
  client.on('error', (error) => {
    lost.push(error)
  })
  await client.connect()
  try {
    if (!(await isHeld(client, name))) return otherwise()
    const done = await work()
    if (lost.length > 0) throw new Error(`the lock ${name} was lost`, { cause: lost[0] })
    return done
  } finally {
    // Of a connection that is lost there is nothing to end.
    await client.end().catch(() => undefined)
  }
}

async function isHeld(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [name],
  )
  return rows[0]?.held === true
}
