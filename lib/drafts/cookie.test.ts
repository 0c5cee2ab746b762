import { beforeEach, expect, test, vi } from 'vitest'
import { draftCookie } from './cookie'

const settings = vi.hoisted(() => ({ secureCookies: false }))
vi.mock('@/lib/config/env', () => ({ env: () => settings }))

beforeEach(() => {
  settings.secureCookies = false
})

test.each([
  [true, 'public', '__Host-draft'],
  [true, 'record', '__Host-record'],
  [false, 'public', 'draft'],
  [false, 'record', 'record'],
] as const)('secure %s, %s: %s, for this browser session only', (secure, slot, name) => {
  settings.secureCookies = secure
  expect(draftCookie(slot)).toEqual({
    name,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  })
})
