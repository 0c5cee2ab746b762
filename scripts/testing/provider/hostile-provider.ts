import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Claims = Record<string, unknown>

/** What the provider does next; whatever is left out it does as it should. */
export interface Mischief {
  /** Changes the claims of an ID token before it is signed. */
  readonly claims?: (honest: Claims) => Claims
  /** Makes the whole token from the claims. */
  readonly token?: (claims: Claims, honest: (claims: Claims) => string) => string | undefined
  /** Changes what it publishes about itself. */
  readonly metadata?: (honest: Claims) => Claims
  /** Answers a token request with this status and body. */
  readonly tokenAnswer?: readonly [status: number, body: unknown]
  /** Sends every request for its metadata elsewhere. */
  readonly redirectTo?: string
  /** Never answers a token request. */
  readonly silent?: boolean
  /** Gives a token for the same code as often as it is asked. */
  readonly reusesCodes?: boolean
}

export interface HostileProvider {
  readonly issuer: string
  mischief: Mischief
  /** Paths that were asked. */
  readonly asked: string[]
  /** Signs in a person as a browser would at `location`, and gives what it is sent back with. */
  readonly visit: (location: string, subject: string) => URLSearchParams
  readonly stop: () => Promise<void>
}

interface Grant {
  readonly nonce: string | null
  readonly clientId: string
  readonly challenge: string | null
  readonly subject: string
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token signed with RS256. */
export function signed(
  claims: Claims,
  key: KeyObject,
  header: Claims = { alg: 'RS256', kid: 'one' },
): string {
  const body = `${part(header)}.${part(claims)}`
  return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`
}

/** A token that says it is not signed, and is not. */
export function unsigned(claims: Claims): string {
  return `${part({ alg: 'none' })}.${part(claims)}.`
}

/** A private key that no provider publishes. */
export function strangeKey(): KeyObject {
  return createPrivateKey(
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
}

/** An OpenID provider on a loopback port that does as it is told to, wrong or right. It signs with a key of its own. */
export async function startHostileProvider(): Promise<HostileProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = {
    ...createPublicKey(privateKey).export({ format: 'jwk' }),
    kid: 'one',
    use: 'sig',
    alg: 'RS256',
  }
  const grants = new Map<string, Grant>()
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  const honest = (claims: Claims) => signed(claims, privateKey)
  function visit(location: string, subject: string): URLSearchParams {
    const asked = new URL(location).searchParams
    const code = randomBytes(16).toString('hex')
    grants.set(code, {
      nonce: asked.get('nonce'),
      clientId: asked.get('client_id') ?? '',
      challenge: asked.get('code_challenge'),
      subject,
    })
    return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer })
  }

  const provider: HostileProvider = {
    issuer,
    mischief: {},
    asked: [],
    visit,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  function tokenFor({ nonce, clientId, subject }: Grant): string | undefined {
    const now = Math.floor(Date.now() / 1000)
    const base = {
      iss: issuer,
      sub: subject,
      aud: clientId,
      exp: now + 300,
      iat: now,
      auth_time: now,
      acr: 'mfa',
    }
    const claims = { ...base, ...(nonce === null ? {} : { nonce }) }
    const changed = provider.mischief.claims?.(claims) ?? claims
    return provider.mischief.token === undefined ? honest(changed) : provider.mischief.token(changed, honest)
  }

  const published = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    userinfo_endpoint: `${issuer}/person`,
    end_session_endpoint: `${issuer}/leave`,
  })

  async function redeem(request: IncomingMessage): Promise<readonly [status: number, body: unknown]> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const form = new URLSearchParams(body)
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    if (provider.mischief.reusesCodes !== true) grants.delete(code)
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant?.challenge !== verifier) return [400, { error: 'invalid_grant' }]
    const token = { access_token: 'nothing', token_type: 'Bearer', expires_in: 60 }
    return [200, { ...token, id_token: tokenFor(grant) }]
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', issuer)
    provider.asked.push(pathname)
    const { redirectTo, metadata, silent, tokenAnswer } = provider.mischief
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    }
    switch (pathname) {
      case '/.well-known/openid-configuration':
        if (redirectTo === undefined) send(200, metadata?.(published()) ?? published())
        else send(302, {}, { location: redirectTo })
        return
      case '/keys':
        send(200, { keys: [jwk] })
        return
      case '/person':
        send(200, { sub: 'somebody-else' })
        return
      case '/token':
        if (silent !== true) send(...(tokenAnswer ?? (await redeem(request))))
        return
      default:
        send(404, {})
    }
  }
  return provider
}
