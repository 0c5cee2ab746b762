import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ForceSignInSettings } from '@/lib/config/oidc'
import { startHostileProvider } from '@/scripts/testing/provider/hostile-provider'
import type { HostileProvider } from '@/scripts/testing/provider/hostile-provider'
import { ProviderAwayError, providerMetadata, ProviderWrongError } from './provider'

let provider: HostileProvider
let asked = 0
const canary = createServer((_request, response) => {
  asked += 1
  response.end('{}')
})
let elsewhere = ''

beforeAll(async () => {
  provider = await startHostileProvider()
  canary.listen(0, '127.0.0.1')
  await once(canary, 'listening')
  elsewhere = `http://127.0.0.1:${String((canary.address() as AddressInfo).port)}`
})
afterAll(async () => {
  await provider.stop()
  canary.close()
})

const settingsOf = (issuer: string) => ({ issuer }) as ForceSignInSettings

it('asks one address, and asks it once', async () => {
  const found = await providerMetadata(settingsOf(provider.issuer))
  expect(found.token_endpoint).toBe(`${provider.issuer}/token`)
  await providerMetadata(settingsOf(provider.issuer))
  expect(provider.asked).toEqual(['/.well-known/openid-configuration'])
})

it.each<[string, (honest: Record<string, unknown>) => Record<string, unknown>]>([
  ['names another issuer', (honest) => ({ ...honest, issuer: 'https://login.another.test' })],
  ['names itself with a slash more', (honest) => ({ ...honest, issuer: `${String(honest.issuer)}/` })],
  ['names no issuer', (honest) => ({ ...honest, issuer: undefined })],
  ['takes tokens over plain http', (honest) => ({ ...honest, token_endpoint: 'http://10.0.0.1/token' })],
  ['has its keys in a file', (honest) => ({ ...honest, jwks_uri: 'file:///etc/passwd' })],
  ['has no keys', (honest) => ({ ...honest, jwks_uri: undefined })],
  ['signs people in by script', (honest) => ({ ...honest, authorization_endpoint: 'javascript:alert(1)' })],
  ['signs people out by script', (honest) => ({ ...honest, end_session_endpoint: 'javascript:alert(1)' })],
])('a provider that %s is refused', async (_name, metadata) => {
  const other = await startHostileProvider()
  other.mischief = { metadata }
  await expect(providerMetadata(settingsOf(other.issuer))).rejects.toThrow(ProviderWrongError)
  await other.stop()
})

const force = 'https://login.force.example'
const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'] as const
const atForce = Object.fromEntries(endpoints.map((name) => [name, `${force}/${name}`]))

it.each<[string, Record<string, string>, boolean]>([
  ['that are https', {}, true],
  ...endpoints.flatMap((name): [string, Record<string, string>, boolean][] => [
    [`of which ${name} is plain http on this machine`, { [name]: 'http://127.0.0.1:8080/x' }, false],
    [`of which ${name} is plain http at localhost`, { [name]: 'http://localhost/x' }, false],
  ]),
])('a provider elsewhere may name addresses %s: %#', async (_name, twist, taken) => {
  const published = { issuer: force, ...atForce, ...twist }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(published)))
  const answer = await providerMetadata(settingsOf(force)).then(
    () => true,
    (error: unknown) => {
      expect(error).toBeInstanceOf(ProviderWrongError)
      return false
    },
  )
  vi.unstubAllGlobals()
  // What was believed is held for ten minutes.
  await providerMetadata(settingsOf(provider.issuer))
  expect(answer).toBe(taken)
})

it('follows no redirect', async () => {
  const other = await startHostileProvider()
  other.mischief = { redirectTo: `${elsewhere}/.well-known/openid-configuration` }
  await expect(providerMetadata(settingsOf(other.issuer))).rejects.toThrow(ProviderAwayError)
  expect(asked).toBe(0)
  await other.stop()
})

it('is away when nothing listens', async () => {
  const other = await startHostileProvider()
  await other.stop()
  await expect(providerMetadata(settingsOf(other.issuer))).rejects.toThrow(ProviderAwayError)
})

it('reads no more of an answer than it would believe, however long it goes on', async () => {
  let sent = 0
  let over = false
  const endless = createServer((_request, response) => {
    const part = Buffer.alloc(64 * 1024, ' ')
    const send = () => {
      sent += part.length
      if (!over) response.write(part, send)
    }
    response.on('close', () => {
      over = true
    })
    send()
  })
  endless.listen(0, '127.0.0.1')
  await once(endless, 'listening')
  const issuer = `http://127.0.0.1:${String((endless.address() as AddressInfo).port)}`
  await expect(providerMetadata(settingsOf(issuer))).rejects.toThrow('too much')
  endless.closeAllConnections()
  endless.close()
  expect(sent).toBeLessThan(64 * 1024 * 1024)
})
