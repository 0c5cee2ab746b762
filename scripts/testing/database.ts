import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { appLogin } from '../postgres/app-login.ts'
import { startCluster } from '../postgres/cluster.ts'
import { testSecrets } from './secrets.ts'
import { databaseFromTemplate, makeTemplate } from './template-database.ts'
import { workerDatabases } from './worker-databases.ts'

/** Nothing in it outlives the run: it waits for no disk. That the product’s own does is tested where it runs (e2e/tiers). */
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off']

/**
 * Gives integration tests a real PostgreSQL of their own, with a migrated database for each worker, and takes it away again. What they
 * test has the login the server has; what they arrange beforehand they arrange as the owner.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'alongside-test-'))
  const cluster = await startCluster(home, forgetful)
  await makeTemplate(cluster.url)
  for (const name of workerDatabases) await databaseFromTemplate(cluster.url, name)
  project.provide('settings', {
    DATABASE_URL: await appLogin(cluster.url),
    MIGRATE_DATABASE_URL: cluster.url,
    KEY_DIR: join(home, 'keys'),
    ...testSecrets,
  })
  return async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    settings: Record<string, string>
  }
}
