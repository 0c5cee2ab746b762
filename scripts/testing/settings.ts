import { join } from 'node:path'
import { inject } from 'vitest'
import { namedDatabase, ownWorkerDatabase } from './worker-databases'

const { DATABASE_URL = '', MIGRATE_DATABASE_URL = '', KEY_DIR = '', ...rest } = inject('settings')
const name = ownWorkerDatabase(process.env.VITEST_POOL_ID)

Object.assign(process.env, {
  ...rest,
  DATABASE_URL: namedDatabase(DATABASE_URL, name),
  MIGRATE_DATABASE_URL: namedDatabase(MIGRATE_DATABASE_URL, name),
  KEY_DIR: join(KEY_DIR, name),
})
