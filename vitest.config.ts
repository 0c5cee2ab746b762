import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { testWorkers } from './scripts/testing/worker-databases.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
const resolve = {
  alias: {
    '@/': root,
    // `server-only` throws outside React's server build; tests run the same modules in plain Node.
    'server-only': `${root}node_modules/server-only/empty.js`,
  },
}
/** What knows no setting, no database and no clock but the one it is handed: nothing is left over from one of its tests for the next. */
const pure = 'lib/{domain,force,i18n,journey,journeys}/**/*.test.{ts,tsx}'
const exclude = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**/*.spec.ts', 'e2e/tiers/**']

export default defineConfig({
  test: {
    maxWorkers: testWorkers,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, pure, '**/*.db.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'pure',
          include: [pure],
          exclude,
          // One process for all of it: starting one for each file takes longer than what is in them.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: ['scripts/testing/database.ts'],
          setupFiles: ['settings.ts', 'cheap-hashes.ts', 'reads/in-tests.ts'].map(
            (file) => `scripts/testing/${file}`,
          ),
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'tiers',
          include: ['e2e/tiers/**/*.test.ts'],
          globalSetup: ['scripts/testing/two-tiers.ts'],
          testTimeout: 180_000,
          // A production build is made when there is none of these sources.
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
