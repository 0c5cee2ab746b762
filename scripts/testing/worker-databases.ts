/** How many test files may use a database at the same time: each has its own. */
export const testWorkers = 2

/** The names of the databases, one for each worker. */
export const workerDatabases: readonly string[] = Array.from(
  { length: testWorkers },
  (_, index) => `worker_${String(index + 1)}`,
)

/** The name of the database of the worker this is, as vitest counts them from one. */
export function ownWorkerDatabase(poolId: string | undefined): string {
  const name = workerDatabases[Number(poolId) - 1]
  if (name === undefined) throw new Error('There are more workers than databases for tests.')
  return name
}

/** An address of PostgreSQL, of another database. */
export function namedDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
