import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prisma } from '../prisma/run.ts'
import { appLogin } from '../postgres/app-login.ts'
import { startCluster } from '../postgres/cluster.ts'
import { testSecrets } from './secrets.ts'

/**
 * Gives integration tests a real, migrated PostgreSQL of their own and takes it away again. What they test has the login the
 * server has; what they arrange beforehand they arrange as the owner.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'alongside-test-'))
  const cluster = await startCluster(home)
  prisma(['migrate', 'deploy'], cluster.url)
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
