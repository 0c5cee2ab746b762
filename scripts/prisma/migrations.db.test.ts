import { test } from 'vitest'
import { prisma } from './run.ts'

test('the migrations, in order, make exactly the schema', () => {
  const { MIGRATE_DATABASE_URL = '' } = process.env
  const difference = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  prisma(['migrate', 'diff', ...difference, '--exit-code'], MIGRATE_DATABASE_URL)
})
