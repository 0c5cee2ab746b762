import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFromTemplate } from './template-database'
import { namedDatabase } from './worker-databases'

/**
 * A migrated database and a key folder for one test file alone, for tests that count all there is or replace keys. Call it before
 * anything asks for the settings. Gives the key folder; both are gone with the test run's server and temporary folder.
 */
export async function ownDatabase(): Promise<string> {
  const { DATABASE_URL = '', MIGRATE_DATABASE_URL = '' } = process.env
  const name = `own_${randomUUID().replaceAll('-', '')}`
  await databaseFromTemplate(MIGRATE_DATABASE_URL, name)
  const keys = join(mkdtempSync(join(tmpdir(), 'alongside-own-')), 'keys')
  Object.assign(process.env, {
    DATABASE_URL: namedDatabase(DATABASE_URL, name),
    MIGRATE_DATABASE_URL: namedDatabase(MIGRATE_DATABASE_URL, name),
    KEY_DIR: keys,
  })
  return keys
}
