import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { loadSodium } from '@/lib/sealing/sodium'
import { coveredParts, parseSignature, signatureBase, writeParams } from './http-signature-text'
import type { SignedParts } from './http-signature-text'

/** A request between two machines, as it is signed and as it came. */
export interface SignedRequest extends SignedParts {
  readonly body: Uint8Array
}

/** The three headers that carry a signature. */
export interface SignatureHeaders {
  readonly 'content-digest': string
  readonly 'signature-input': string
  readonly signature: string
}

/** Who signs: the name of the key the other side knows, and its private half (libsodium's 64 bytes, base64). */
export interface SigningKey {
  readonly keyId: string
  readonly privateKey: string
}

/**
 * Why a signed request is not taken. `malformed`: it carries no signature that can be read. `old`: it was signed outside the window.
 * `forged`: no key of ours made the signature over this body. `replayed`: it came before.
 */
export type SignatureRefusal = 'malformed' | 'old' | 'forged' | 'replayed'

export type Verified =
  { readonly ok: true; readonly keyId: string } | { readonly ok: false; readonly refusal: SignatureRefusal }

interface Checks {
  /** What the signature is for: one made for another purpose is forged here. */
  readonly tag: string
  readonly now: Date
  /** The public half (32 bytes, base64) of a key by its name; undefined where there is none, or none that holds. */
  readonly publicKeyOf: (keyId: string) => Promise<string | undefined>
  /** Keeps a nonce until a time, and says whether it was not kept before. Asked only of what is rightly signed. */
  readonly keepNonce: (keyId: string, nonce: string, until: Date) => Promise<boolean>
}

/** How long ago a request may have been signed, and how far ahead another clock may go, in seconds. */
const signatureWindow = { behind: 300, ahead: 60 } as const

/** Signs a request (RFC 9421, Ed25519) with a digest of its body (RFC 9530): the headers to send with it. */
export async function signRequest(
  request: SignedRequest,
  { keyId, privateKey }: SigningKey,
  { tag, now }: { readonly tag: string; readonly now: Date },
): Promise<SignatureHeaders> {
  const contentDigest = digestOf(request.body)
  const created = Math.floor(now.getTime() / 1000)
  const nonce = randomBytes(18).toString('base64url')
  const params = writeParams({ created, keyId, nonce, tag })
  const base = signatureBase({ ...request, contentDigest }, coveredParts, params)
  const sodium = await loadSodium()
  const signature = sodium.crypto_sign_detached(base, Buffer.from(privateKey, 'base64'))
  return {
    'content-digest': contentDigest,
    'signature-input': `sig=${params}`,
    signature: `sig=:${Buffer.from(signature).toString('base64')}:`,
  }
}

/** Whether a request is signed by a key of ours, for this, over this body, now, and for the first time. */
export async function verifyRequest(
  request: SignedRequest,
  headers: Readonly<Record<keyof SignatureHeaders, string | null>>,
  checks: Checks,
): Promise<Verified> {
  const read = parseSignature(headers['signature-input'], headers.signature)
  const contentDigest = headers['content-digest']
  if (read === null || contentDigest === null) return refused('malformed')
  const ageInSeconds = checks.now.getTime() / 1000 - read.created
  if (ageInSeconds > signatureWindow.behind || ageInSeconds < -signatureWindow.ahead) return refused('old')
  const publicKey = await checks.publicKeyOf(read.keyId)
  if (publicKey === undefined || read.tag !== checks.tag) return refused('forged')
  const base = signatureBase({ ...request, contentDigest }, read.covered, read.params)
  const isSigned = await verifies(read.signature, base, publicKey)
  if (!isSigned || contentDigest !== digestOf(request.body)) return refused('forged')
  const until = new Date((read.created + signatureWindow.behind + signatureWindow.ahead) * 1000)
  const isNew = await checks.keepNonce(read.keyId, read.nonce, until)
  return isNew ? { ok: true, keyId: read.keyId } : refused('replayed')
}

/** Whether a text is a public key as we keep them: 32 bytes, base64. */
export function isPublicKey(text: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/u.test(text)
}

async function verifies(signature: Uint8Array, base: string, publicKey: string): Promise<boolean> {
  if (!isPublicKey(publicKey) || signature.length !== 64) return false
  const sodium = await loadSodium()
  return sodium.crypto_sign_verify_detached(signature, base, Buffer.from(publicKey, 'base64'))
}

function digestOf(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
}

function refused(refusal: SignatureRefusal): Verified {
  return { ok: false, refusal }
}
