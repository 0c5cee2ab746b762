import 'server-only'
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
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
      [name],
    )
    if (rows[0]?.held !== true) throw new Error(busy)
    return await work()
  } finally {
    await client.end()
  }
}
