import 'server-only'
import { z } from 'zod'
import type { ForceSignInSettings } from '@/lib/config/oidc'
import type { Claims } from './strength'

/** Who the provider says somebody is, and when they proved it. */
export interface VerifiedIdentity {
  readonly issuer: string
  readonly subject: string
  /** Null where the provider does not say. */
  readonly authenticatedAt: Date | null
}

/** How far, in seconds, the provider's clock may be from ours, and how old a token may be. */
const skew = 60
const oldest = 10 * 60

const shape = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string()).length(1)]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string().min(1),
  auth_time: z.number().positive().optional(),
})

/**
 * The identity in an ID token whose signature and nonce are checked already, or null. Looked at again here, and more
 * strictly than the library: the token is for us and for nobody beside us, from this issuer, and made just now.
 */
export function readIdentity(
  claims: Claims,
  settings: Pick<ForceSignInSettings, 'issuer' | 'clientId'>,
  at: Date,
): VerifiedIdentity | null {
  const parsed = shape.safeParse(claims)
  if (!parsed.success) return null
  const { iss, sub, aud, azp, exp, iat, auth_time } = parsed.data
  const seconds = at.getTime() / 1000
  if (iss !== settings.issuer || [aud].flat()[0] !== settings.clientId) return null
  if (azp !== undefined && azp !== settings.clientId) return null
  if (exp <= seconds - skew || iat > seconds + skew || iat < seconds - oldest) return null
  if (auth_time !== undefined && auth_time > seconds + skew) return null
  return {
    issuer: iss,
    subject: sub,
    authenticatedAt: auth_time === undefined ? null : new Date(auth_time * 1000),
  }
}

/** Whether somebody proved who they are after `begun`, and not in an earlier sign-in that the provider remembered. */
export function isProvedSince({ authenticatedAt }: VerifiedIdentity, begun: Date): boolean {
  return authenticatedAt !== null && authenticatedAt.getTime() >= begun.getTime() - skew * 1000
}
