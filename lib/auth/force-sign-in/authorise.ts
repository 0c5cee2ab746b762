import 'server-only'
import type { AuthOptions, LoggerInstance } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '@/lib/config/env'
import type { ForceSignInSettings } from '@/lib/config/oidc'
import { askNextAuth } from './next-auth'
import type { ForceProblem } from './problem'
import { providerPatience, ProviderWrongError } from './provider'
import type { ProviderMetadata } from './provider'
import type { Claims } from './strength'

/** The one provider, as addresses name it. */
export const providerId = 'force'

/** next-auth's cookies that are used: what has to come back with a code. Its others never reach a browser. */
const checks = ['state', 'nonce', 'pkceCodeVerifier'] as const
const checkNames: Record<(typeof checks)[number], string> = {
  state: 'force-state',
  nonce: 'force-nonce',
  pkceCodeVerifier: 'force-verifier',
}
const checkLife = 10 * 60

function checkCookies() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: checkLife } as const
  const named = checks.map((check) => {
    return [check, { name: `${secure ? '__Host-' : ''}${checkNames[check]}`, options }] as const
  })
  return Object.fromEntries(named)
}

/** The names of the cookies that hold what has to come back. */
export function checkCookieNames(): readonly string[] {
  return Object.values(checkCookies()).map(({ name }) => name)
}

/** Its messages quote tokens and people: what went wrong is told by `Exchanged` instead. */
const silent: LoggerInstance = { error: () => undefined, warn: () => undefined, debug: () => undefined }

interface Wanted {
  readonly settings: ForceSignInSettings
  readonly metadata: ProviderMetadata
  readonly provider?: Partial<OAuthConfig<Claims>>
  readonly callbacks?: AuthOptions['callbacks']
}

function optionsFor({ settings, metadata, provider, callbacks }: Wanted): AuthOptions {
  const methods = metadata.token_endpoint_auth_methods_supported
  const force: OAuthConfig<Claims> = {
    id: providerId,
    name: settings.name,
    type: 'oauth',
    issuer: metadata.issuer,
    jwks_endpoint: metadata.jwks_uri,
    authorization: { url: metadata.authorization_endpoint },
    token: { url: metadata.token_endpoint },
    // Who somebody is comes from the signed ID token alone; the user information endpoint is never asked.
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    client: {
      id_token_signed_response_alg: settings.algorithm,
      token_endpoint_auth_method: methods.includes('client_secret_basic')
        ? 'client_secret_basic'
        : 'client_secret_post',
    },
    httpOptions: { timeout: providerPatience },
    profile: ({ sub }) => ({ id: typeof sub === 'string' ? sub : '' }),
    ...provider,
  }
  return {
    providers: [force],
    secret: env().AUTH_SECRET,
    useSecureCookies: env().secureCookies,
    cookies: checkCookies(),
    logger: silent,
    ...(callbacks === undefined ? {} : { callbacks }),
  }
}

export interface Authorisation {
  /** The provider's page, with everything it needs in its query. */
  readonly location: string
  readonly state: string
  /** `Set-Cookie` lines with what has to come back. */
  readonly cookies: readonly string[]
}

/** Prepares a sign-in at the provider. `parameters` are added to the request. Throws when next-auth prepares nothing. */
export async function authorise(
  settings: ForceSignInSettings,
  metadata: ProviderMetadata,
  parameters: Readonly<Record<string, string>>,
): Promise<Authorisation> {
  const params = { scope: 'openid', ...parameters }
  const options = optionsFor({
    settings,
    metadata,
    provider: { authorization: { url: metadata.authorization_endpoint, params } },
  })
  const csrf = await askNextAuth(options, { action: ['csrf'], method: 'GET', cookies: {} })
  const { location, cookies } = await askNextAuth(options, {
    action: ['signin', providerId],
    method: 'POST',
    cookies: cookiesOf(csrf.cookies),
    body: csrf.body as Record<string, string>,
  })
  const state = location === null ? null : new URL(location).searchParams.get('state')
  const mine = onlyChecks(cookies)
  if (location === null || state === null || mine.length !== checks.length)
    throw new ProviderWrongError('No sign-in was prepared.')
  return { location, state, cookies: mine }
}

export type Exchanged =
  { readonly ok: true; readonly claims: Claims } | { readonly ok: false; readonly problem: ForceProblem }

/**
 * Exchanges what the provider sent the browser back with for the claims of a checked ID token: signature by a key of the
 * provider and with the one algorithm, issuer, audience, authorised party, expiry, nonce, state and code verifier.
 */
export async function exchange(
  settings: ForceSignInSettings,
  metadata: ProviderMetadata,
  given: { readonly query: URLSearchParams; readonly cookies: Readonly<Record<string, string>> },
): Promise<Exchanged> {
  let claims: Claims | undefined
  let problem: ForceProblem = 'force-failed'
  const names = ['code', 'state', 'iss'] as const
  const query = Object.fromEntries(
    names.flatMap((name) => {
      const value = given.query.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const token: OAuthConfig<Claims>['token'] = {
    url: metadata.token_endpoint,
    request: async ({ client, provider, params, checks: expected }) => {
      try {
        const tokens = await client.callback(provider.callbackUrl, params, {
          ...expected,
          response_type: 'code',
        })
        return { tokens }
      } catch (error) {
        problem = isAway(error) ? 'force-away' : 'force-failed'
        throw error
      }
    },
  }
  const options = optionsFor({
    settings,
    metadata,
    provider: { token },
    callbacks: {
      // The claims are all that is wanted: an address in place of a yes, and next-auth begins no session of its own.
      signIn: ({ profile }) => {
        claims = profile as Claims | undefined
        return '/'
      },
    },
  })
  await askNextAuth(options, {
    action: ['callback', providerId],
    method: 'GET',
    query,
    cookies: given.cookies,
  })
  return claims === undefined ? { ok: false, problem } : { ok: true, claims }
}

/** Whether the provider could not be reached, or not in time, rather than answered wrongly. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return /^E[A-Z]+$/u.test(code)
  return error.message.includes('timed out') || /got: 5\d\d/u.test(error.message)
}

function onlyChecks(cookies: readonly string[]): readonly string[] {
  const names = checkCookieNames()
  return cookies.filter((line) => names.includes(line.split('=', 1)[0] ?? ''))
}

/** The names and values in `Set-Cookie` lines, as a browser would send them back. */
function cookiesOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.map((line) => line.split(';', 1)[0] ?? '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
    }),
  )
}
