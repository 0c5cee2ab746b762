import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { testSecrets } from '@/scripts/testing/secrets'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { draftCookie } from '@/lib/drafts/cookie'
import { keptActCookie } from '@/lib/drafts/kept-act'
import { proxy } from '@/proxy'

beforeAll(() => {
  const settings = {
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
    KEY_DIR: '/nowhere',
    PUBLIC_URL: 'https://reports.example',
  }
  Object.assign(process.env, settings, testSecrets)
})

const directives = (policy: string) =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]))

describe('the headers of a page', () => {
  test.each(['/', '/report/role', '/cy', '/staff', '/staff/cases/HC-7K2Q-M4TD', '/exit', '/nothing'])(
    '%s lets only its own scripts run',
    (path) => {
      const one = proxy(new NextRequest(`https://reports.example${path}`))
      const other = proxy(new NextRequest(`https://reports.example${path}`))
      const policy = directives(one.headers.get('content-security-policy') ?? '')
      const script = policy.get('script-src') ?? ''
      const [, nonce = ''] = /^'nonce-([\w-]{22,})' 'strict-dynamic'$/u.exec(script) ?? []
      expect(nonce, script).not.toBe('')
      expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonce)
      expect(other.headers.get('content-security-policy')).not.toContain(nonce)
      for (const name of ['default-src', 'base-uri', 'frame-ancestors'])
        expect(policy.get(name)).toBe(`'none'`)
      expect(policy.get('form-action')).toMatch(/^'self'/u)
      expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|http:|(?<!img-src 'self' )blob:/u)
      expect(one.headers.get('x-content-type-options')).toBe('nosniff')
      expect(one.headers.get('cache-control')).toBe('no-store')
      expect(one.headers.get('x-frame-options')).toBe('DENY')
      expect(one.headers.get('strict-transport-security')).toContain('max-age=')
    },
  )

  test('no nonce or policy that came in is used', () => {
    const forged = {
      'x-nonce': 'known',
      'content-security-policy': 'script-src *',
      'x-middleware-subrequest': 'proxy',
    }
    const { headers } = proxy(new NextRequest('https://reports.example/', { headers: forged }))
    expect(headers.get('content-security-policy')).not.toMatch(/known|script-src \*/u)
    expect(headers.get('x-middleware-request-x-nonce')).not.toBe('known')
    expect(headers.get('x-middleware-request-x-middleware-subrequest')).toBeNull()
  })
})

test.each([
  ['session', sessionCookie],
  ['draft', () => draftCookie('public')],
  ['recording', () => draftCookie('record')],
  ['refused form', () => keptActCookie('00000000-0000-4000-8000-000000000000')],
])('the cookie of a %s is out of the reach of scripts and of other sites', (_name, cookie) => {
  const { name, options } = cookie()
  expect(name).toMatch(/^__Host-/u)
  expect(options).toMatchObject({ httpOnly: true, secure: true, path: '/' })
  expect(['lax', 'strict']).toContain(options.sameSite)
})
