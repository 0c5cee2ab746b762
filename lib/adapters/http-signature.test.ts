import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSodium } from '@/lib/sealing/sodium'
import { signRequest, verifyRequest } from './http-signature'
import type { SignatureHeaders, SignedRequest } from './http-signature'
import { parseSignature } from './http-signature-text'

const at = new Date('2026-11-22T12:00:00Z')
const tag = 'alongside-test'
const request: SignedRequest = {
  method: 'POST',
  authority: 'desk.example.test',
  path: '/referrals',
  contentType: 'application/json',
  body: new TextEncoder().encode('{"a":1}'),
}
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

let keys: { publicKey: string; privateKey: string }
let headers: SignatureHeaders

beforeAll(async () => {
  const sodium = await loadSodium()
  const pair = sodium.crypto_sign_keypair()
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  keys = { publicKey: base64(pair.publicKey), privateKey: base64(pair.privateKey) }
  headers = await signed(request)
})

const signed = (of: SignedRequest) =>
  signRequest(of, { keyId: 'one', privateKey: keys.privateKey }, { tag, now: at })

async function outcome(
  of: SignedRequest,
  sent: Readonly<Record<keyof SignatureHeaders, string | null>>,
  { now = at, expects = tag, isNew = true } = {},
): Promise<string> {
  const verified = await verifyRequest(of, sent, {
    tag: expects,
    now,
    publicKeyOf: (keyId) => Promise.resolve(keyId === 'one' ? keys.publicKey : undefined),
    keepNonce: () => Promise.resolve(isNew),
  })
  return verified.ok ? verified.keyId : verified.refusal
}

describe('a signed request', () => {
  it('is taken once, within its window', async () => {
    expect(await outcome(request, headers)).toBe('one')
    expect(await outcome(request, headers, { now: later(300) })).toBe('one')
    expect(await outcome(request, headers, { now: later(-60) })).toBe('one')
    expect(await outcome(request, headers, { isNew: false })).toBe('replayed')
  })

  it('is old outside of it', async () => {
    expect(await outcome(request, headers, { now: later(301) })).toBe('old')
    expect(await outcome(request, headers, { now: later(-61) })).toBe('old')
  })

  it('is forged where anything signed is otherwise', async () => {
    const others: readonly SignedRequest[] = [
      { ...request, method: 'PUT' },
      { ...request, authority: 'other.example.test' },
      { ...request, path: '/exchange' },
      { ...request, contentType: 'text/plain' },
      { ...request, body: new TextEncoder().encode('{"a":2}') },
    ]
    for (const other of others) expect(await outcome(other, headers)).toBe('forged')
    expect(await outcome(request, headers, { expects: 'alongside-other' })).toBe('forged')
  })

  it('is forged where the digest is made for another body, or the key is nobody’s', async () => {
    const body = new TextEncoder().encode('{"a":2}')
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
    expect(await outcome({ ...request, body }, { ...headers, 'content-digest': digest })).toBe('forged')
    const unknown = headers['signature-input'].replace('keyid="one"', 'keyid="two"')
    expect(await outcome(request, { ...headers, 'signature-input': unknown })).toBe('forged')
  })

  it('asks to keep a nonce only of what is rightly signed', async () => {
    const kept: string[] = []
    const checks = {
      tag,
      now: at,
      publicKeyOf: () => Promise.resolve(keys.publicKey),
      keepNonce: (keyId: string, nonce: string, until: Date) => {
        kept.push(`${keyId} ${nonce.length} ${until.toISOString()}`)
        return Promise.resolve(true)
      },
    }
    await verifyRequest({ ...request, path: '/other' }, headers, checks)
    expect(kept).toEqual([])
    await verifyRequest(request, headers, checks)
    expect(kept).toEqual(['one 24 2026-11-22T12:06:00.000Z'])
  })

  it('is malformed where a header, a part or a parameter is missing, twice or of another kind', async () => {
    const input = headers['signature-input']
    const without: readonly Partial<Record<keyof SignatureHeaders, string | null>>[] = [
      { 'content-digest': null },
      { 'signature-input': null },
      { signature: null },
      { signature: 'sig=:AAAA:' },
      { signature: headers.signature.replace('sig', 'other') },
      { 'signature-input': input.replace('"content-digest"', '"date"') },
      { 'signature-input': input.replace(' "content-digest"', '') },
      { 'signature-input': input.replace(/;nonce="[^"]*"/u, '') },
      { 'signature-input': input.replace(/nonce="[^"]*"/u, 'nonce="short"') },
      { 'signature-input': input.replace('ed25519', 'hmac-sha256') },
      { 'signature-input': `${input};created=1` },
      { 'signature-input': `${input};expires=1` },
      { 'signature-input': `${input}, other=${input.slice(4)}` },
    ]
    for (const change of without)
      expect(await outcome(request, { ...headers, ...change }), JSON.stringify(change)).toBe('malformed')
  })

  it('is read as the standard writes it', () => {
    const input = `sig1=("@method" "content-type" "@path" "@authority" "content-digest");created=1618884473;keyid="key";nonce="b3k2pp5k7z-50gnwp.yemd";tag="t"`
    const read = parseSignature(input, `sig1=:${'A'.repeat(86)}==:`)
    expect(read).toMatchObject({ created: 1_618_884_473, keyId: 'key', tag: 't', params: input.slice(5) })
  })

  it('is never taken for words somebody makes up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (one, two, three) => {
        const made = { 'content-digest': one, 'signature-input': two, signature: three }
        expect(await outcome(request, made)).toBe('malformed')
      }),
    )
  })
})
