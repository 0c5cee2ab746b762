import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export interface RealProvider {
  /** The settings of a product that people sign in to through it. */
  readonly settings: Readonly<
    Record<`OIDC_${'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET' | 'NAME' | 'REQUIRED_ACR'}`, string>
  >
  /** Says where that product is: its addresses are the only ones people are sent back to. */
  readonly serve: (product: string) => void
  readonly stop: () => Promise<void>
}

const client = { id: 'alongside-tests', secret: randomBytes(24).toString('base64url') }
/** What it says of somebody who gave a second factor. */
const strong = 'urn:force:mfa'

/**
 * An OpenID provider as a force has one, from npm, on a loopback port under another name than the product's, so that a
 * browser takes them for two sites. Anybody may sign in, as whatever subject they type, strongly or not; it remembers them
 * until they sign out. For a subject that begins with `away` it stops answering when their code is redeemed.
 */
export async function startRealProvider(): Promise<RealProvider> {
  let provider: Provider | undefined
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (provider === undefined) return void response.writeHead(503).end()
    const { pathname } = new URL(request.url ?? '/', issuer)
    if (pathname.startsWith('/person/')) await signInPage(provider, request, response)
    else await provider.callback()(request, response)
  }

  return {
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'Testshire Police account',
      OIDC_REQUIRED_ACR: strong,
    },
    serve: (product) => {
      provider = providerFor(issuer, product)
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function providerFor(issuer: string, product: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${product}/api/auth/callback/force`],
        post_logout_redirect_uris: [`${product}/staff/sign-in`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    acrValues: [strong, 'urn:force:password'],
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 3600 },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/person/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // The force agrees on behalf of its people.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    await next()
    const { oidc } = context as typeof context & {
      oidc?: { route: string; entities: Record<string, unknown> }
    }
    const code = oidc?.entities.AuthorizationCode as { accountId?: string } | undefined
    if (oidc?.route !== 'token' || code?.accountId?.startsWith('away') !== true) return
    context.respond = false
    context.req.socket.destroy()
  })
  return provider
}

/** Its page, where people say who they are: a plain form. */
async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    return
  }
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const form = new URLSearchParams(body)
  const done = { mergeWithLastSubmission: false }
  if (form.get('act') === 'cancel') {
    return provider.interactionFinished(request, response, { error: 'access_denied' }, done)
  }
  const acr = form.get('strength') === 'strong' ? strong : 'urn:force:password'
  return provider.interactionFinished(
    request,
    response,
    { login: { accountId: form.get('subject') ?? '', acr } },
    done,
  )
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Testshire Police</title>
<h1>Testshire Police</h1>
<form method="post">
<p><label>Who you are <input name="subject"></label></p>
<p><label><input type="checkbox" name="strength" value="strong"> With my security key</label></p>
<button name="act" value="sign-in">Continue</button> <button name="act" value="cancel">Turn back</button>
</form></html>`
