import { defineConfig } from '@playwright/test'

const browser = process.env.CHROMIUM_PATH
const args = JSON.parse(process.env.CHROMIUM_ARGS ?? '[]') as string[]
const phone = { width: 390, height: 844 }

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Long enough for a machine that does much else: what passes takes no longer for it.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['line'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON ?? 'test-results/results.json' }]],
  use: {
    baseURL: process.env.E2E_URL ?? 'http://localhost:3000',
    viewport: phone,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    // An act that cannot be done fails by name, long before the whole test runs out of time.
    actionTimeout: 60_000,
    // Colours are looked at when they have settled.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args, ...(browser === undefined ? {} : { executablePath: browser }) },
  },
  projects: [
    // What is played in a row comes first, so that at the end no worker waits for it. A case goes from one force to another: two products,
    // each with a database and keys of its own.
    { name: 'exchange', testDir: 'e2e/exchange' },
    // What goes by the clock, on a product of its own that goes by a clock of the test's.
    { name: 'own-product', testDir: 'e2e/own-product' },
    { name: 'with-javascript', testDir: 'e2e/public' },
    {
      name: 'without-javascript',
      testDir: 'e2e/public',
      // What draws no page, or draws it both ways by itself, is the same in either.
      testIgnore: ['**/content-types.spec.ts', '**/hostile.spec.ts', '**/steady.spec.ts'],
      use: { javaScriptEnabled: false },
    },
    { name: 'theft', testDir: 'e2e/theft' },
    { name: 'sign-in', testDir: 'e2e/sign-in' },
    { name: 'hostile', testDir: 'e2e/hostile', testMatch: '**/*.spec.ts' },
    { name: 'staff', testDir: 'e2e/staff', use: { viewport: { width: 1440, height: 900 } } },
  ],
})
