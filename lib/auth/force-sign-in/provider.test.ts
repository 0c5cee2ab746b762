import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
