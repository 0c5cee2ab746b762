import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const complete = {
  DATABASE_URL: 'postgresql://user:word@127.0.0.1:5432/name',
  KEY_DIR: '/keys',
  AUTH_SECRET: 'a'.repeat(32),
  RETURN_CODE_PEPPER: 'b'.repeat(32),
}

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function withSettings(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const { env } = await import('./env')
  return env
}

test.each([
  ['https://report.example.test', true],
  ['http://localhost:3000', false],
])('cookies are secure when the address is %s: %s', async (address, secure) => {
  const env = await withSettings({ ...complete, PUBLIC_URL: address })
  expect(env().secureCookies).toBe(secure)
})

test('names what is wrong and never shows a value', async () => {
  const env = await withSettings({ ...complete, AUTH_SECRET: 'too-short-secret', KEY_DIR: '' })
  expect(() => env()).toThrow(/AUTH_SECRET.*KEY_DIR|KEY_DIR.*AUTH_SECRET/)
  expect(() => env()).not.toThrow(/too-short-secret/)
})
