import { z } from 'zod'

/** Signatures an ID token may carry. `none` and those made with the client's own secret are not among them. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const

const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

/** The settings of the force's own sign-in. All are optional together; README and docs/sign-in-with-entra-id.md explain them. */
export const oidcFields = {
  /** The provider, exactly as it writes itself in its tokens. Nothing of the force's own sign-in exists without it. */
  OIDC_ISSUER: text,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  /** What people call it, for example `Hertfordshire Constabulary account`. */
  OIDC_NAME: z.string().max(60).default('your force account'),
  /** Accepted values of `acr`, separated by spaces: the token must have one of them. */
  OIDC_REQUIRED_ACR: text,
  /** Accepted values of `amr`: the token must have one of them. */
  OIDC_REQUIRED_AMR: text,
  /** A claim of another name that says how strongly somebody proved who they are, and its accepted values. */
  OIDC_STRENGTH_CLAIM: text,
  OIDC_STRENGTH_VALUES: text,
  /** How ID tokens are signed: one algorithm, because a choice is what a forger makes use of. */
  OIDC_SIGNING_ALG: z.enum(algorithms).default('RS256'),
} as const

type OidcSettings = z.infer<z.ZodObject<typeof oidcFields>>

/** A claim the ID token must have, with any one of these values. */
export interface RequiredClaim {
  readonly claim: string
  readonly values: readonly string[]
}

export interface ForceSignInSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  /** All of them have to be met; never empty. */
  readonly strength: readonly RequiredClaim[]
  readonly algorithm: (typeof algorithms)[number]
  /** Origin of the desk. */
  readonly origin: string
}

/** What is wrong with the settings, in words, each beginning with the name of one; empty when they are right or absent. */
export function oidcProblems(settings: OidcSettings): readonly string[] {
  if (settings.OIDC_ISSUER === undefined) return []
  const missing = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).filter(
    (name) => settings[name] === undefined,
  )
  return [
    ...(isSafeAddress(settings.OIDC_ISSUER) ? [] : ['OIDC_ISSUER (must be an https address)']),
    ...missing.map((name) => `${name} (missing, and OIDC_ISSUER is set)`),
    ...strengthProblems(settings),
  ]
}

function strengthProblems(settings: OidcSettings): readonly string[] {
  if ((settings.OIDC_STRENGTH_CLAIM === undefined) !== (settings.OIDC_STRENGTH_VALUES === undefined))
    return ['OIDC_STRENGTH_CLAIM (needs OIDC_STRENGTH_VALUES, and the other way round)']
  if (strengthOf(settings).length > 0) return []
  return [
    'OIDC_REQUIRED_ACR (or OIDC_REQUIRED_AMR, or OIDC_STRENGTH_CLAIM: one must say how strongly people have to sign in)',
  ]
}

function strengthOf(settings: OidcSettings): readonly RequiredClaim[] {
  const wanted = [
    ['acr', settings.OIDC_REQUIRED_ACR],
    ['amr', settings.OIDC_REQUIRED_AMR],
    [settings.OIDC_STRENGTH_CLAIM, settings.OIDC_STRENGTH_VALUES],
  ] as const
  return wanted.flatMap(([claim, given]) => {
    const values = (given ?? '').split(/\s+/u).filter((value) => value !== '')
    return claim === undefined || values.length === 0 ? [] : [{ claim, values }]
  })
}

/** The settings in the shape the product uses; null where the force's own sign-in is not set up. Checked already. */
export function forceSignInOf(settings: OidcSettings, staffUrl: string): ForceSignInSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return {
    issuer,
    clientId,
    clientSecret,
    name: settings.OIDC_NAME,
    strength: strengthOf(settings),
    algorithm: settings.OIDC_SIGNING_ALG,
    origin: new URL(staffUrl).origin,
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether secrets may be sent to an address: https, or this machine itself. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password, hash } = new URL(address)
  if (username !== '' || password !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}
