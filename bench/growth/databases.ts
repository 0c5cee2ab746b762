import pg from 'pg'
import { prisma } from '../../scripts/prisma/run.ts'
import { runNode } from '../../scripts/run/children.ts'
import { root, serverCode } from '../../scripts/run/project.ts'
import { namedDatabase } from '../../scripts/testing/worker-databases.ts'
import { databaseOfSize } from './sizes.ts'

/**
 * Makes a database for each number of cases in the server of `env`, as the demonstration with so many cases besides, and lets PostgreSQL tidy up after
 * that, as it does by itself in time.
 */
export async function makeDatabases(sizes: readonly number[], env: NodeJS.ProcessEnv): Promise<void> {
  const { DATABASE_URL = '', MIGRATE_DATABASE_URL = '' } = env
  for (const size of sizes) {
    const name = databaseOfSize(size)
    await create(name, MIGRATE_DATABASE_URL)
    prisma(['migrate', 'deploy'], namedDatabase(MIGRATE_DATABASE_URL, name))
    const urls = {
      DATABASE_URL: namedDatabase(DATABASE_URL, name),
      MIGRATE_DATABASE_URL: namedDatabase(MIGRATE_DATABASE_URL, name),
    }
    const settings = { ...env, ...urls, DEMO: 'yes', DEMO_PAST: 'no' }
    await runNode([...serverCode, 'prisma/prepare.ts'], { cwd: root, env: settings })
    await runNode([...serverCode, 'bench/growth-data.ts', String(size)], { cwd: root, env: settings })
  }
}

async function create(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}
