import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { isSafeAddress } from '@/lib/config/oidc'
import type { ForceSignInSettings } from '@/lib/config/oidc'

/** The provider does not answer, or not in time. */
export class ProviderAwayError extends Error {
  override name = 'ProviderAwayError'
}

/** The provider answers with something that is not to be trusted. */
export class ProviderWrongError extends Error {
  override name = 'ProviderWrongError'
}

/** What an issuer may publish. Only one that is on this machine itself, over http, as tests have it, may name such addresses. */
function metadataOf(issuer: string) {
  const isHere = isSafeAddress(issuer) && new URL(issuer).protocol === 'http:'
  const address = z
    .string()
    .refine((text) => isSafeAddress(text) && (isHere || new URL(text).protocol === 'https:'))
  return z.object({
    issuer: z.literal(issuer),
    authorization_endpoint: address,
    token_endpoint: address,
    jwks_uri: address,
    end_session_endpoint: address.optional(),
    token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  })
}

export type ProviderMetadata = z.infer<ReturnType<typeof metadataOf>>

/** How long, in milliseconds, the provider has to answer, and how long its answer is believed. */
export const providerPatience = 5_000
const believed = 10 * 60_000
const mostBytes = 256 * 1024

let held: { readonly issuer: string; readonly until: number; readonly metadata: ProviderMetadata } | undefined

/**
 * The provider's addresses, as it publishes them. The only address asked is the one in the settings; a redirect is not
 * followed, and every address in the answer must be https, unless the issuer is on this machine. An answer that names another issuer is refused: it would be
 * another provider posing as this one (next-auth does not compare them, which is why it is not left to look itself).
 */
export async function providerMetadata({ issuer }: ForceSignInSettings): Promise<ProviderMetadata> {
  const at = now().getTime()
  if (held?.issuer === issuer && held.until > at) return held.metadata
  const found = metadataOf(issuer).safeParse(await published(issuer))
  if (!found.success) throw new ProviderWrongError('Not its own metadata.')
  held = { issuer, until: at + believed, metadata: found.data }
  return found.data
}

async function published(issuer: string): Promise<unknown> {
  const url = `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`
  const answer = await fetch(url, {
    redirect: 'error',
    cache: 'no-store',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(providerPatience),
  }).catch(() => null)
  if (answer === null || answer.status >= 500) throw new ProviderAwayError('The provider does not answer.')
  if (answer.status !== 200) throw new ProviderWrongError('The provider publishes nothing.')
  const text = await readUpTo(mostBytes, answer)
  if (text === null) throw new ProviderWrongError('The provider publishes too much.')
  try {
    return JSON.parse(text)
  } catch {
    throw new ProviderWrongError('The provider publishes no JSON.')
  }
}

/** The text of an answer, '' when it breaks off; null when there is more of it than `most` bytes, and no more is read. */
async function readUpTo(most: number, { body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of body ?? []) {
      size += part.byteLength
      if (size > most) return null
      parts.push(part)
    }
  } catch {
    return ''
  }
  return Buffer.concat(parts).toString('utf8')
}
