import { beforeEach, expect, it, vi } from 'vitest'
import { forgetTypedAddress, keepTypedAddress, typedAddress } from './typed-address'

const browser = new Map<string, { value: string; options: Record<string, unknown> }>()
const jar = {
  has: (name: string) => browser.has(name),
  get: (name: string) => browser.get(name),
  set: (name: string, value: string, options: Record<string, unknown>) =>
    options.maxAge === 0 ? browser.delete(name) : browser.set(name, { value, options }),
}
vi.mock('next/headers', () => ({ cookies: () => Promise.resolve(jar) }))
vi.mock('@/lib/config/env', () => ({ env: () => ({ secureCookies: true }) }))

beforeEach(() => {
  browser.clear()
})

it('the address of a refused sign-in is there for the page after it, and for a minute at most', async () => {
  await keepTypedAddress('ada@example.test')
  expect(await typedAddress('wrong')).toBe('ada@example.test')
  expect(await typedAddress('busy')).toBe('ada@example.test')
  expect(await typedAddress(undefined)).toBeUndefined()
  expect([...browser].map(([name, { options }]) => ({ name, ...options }))).toEqual([
    { name: '__Host-typed', httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: 60 },
  ])
})

it('goes when somebody signs in', async () => {
  await keepTypedAddress('ada@example.test')
  await forgetTypedAddress()
  expect(browser.size).toBe(0)
})

it('keeps nothing longer than an address can be, and nothing a cookie cannot hold', async () => {
  await keepTypedAddress(`\uD800${'a'.repeat(2_000)}`)
  expect(await typedAddress('wrong')).toBe(`\uFFFD${'a'.repeat(253)}`)
})
