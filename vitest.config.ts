import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const resolve = {
  alias: {
    '@/': root,
    // `server-only` throws outside React's server build; tests run the same modules in plain Node.
    'server-only': `${root}node_modules/server-only/empty.js`,
  },
}
const exclude = ['**/node_modules/**', '.next/**', '.data/**', 'e2e/**/*.spec.ts']

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
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
          setupFiles: ['scripts/testing/settings.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
