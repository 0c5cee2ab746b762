import 'server-only'
import { passingContent } from '@/lib/domain/ways-out/exchange'
import type { PassedCase, PassingContent, PassingLabel } from '@/lib/domain/ways-out/exchange'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import type { ExchangeKey } from './exchange-key'
import { openWith } from './open-with'
import { sealFor } from './seal'
import { loadSodium } from './sodium'

const purpose = 'passed-case'

/** To whom a case is sealed. */
interface Receiver {
  readonly keyId: string
  readonly sealingKey: string
}

/** Seals a case to another force's public key and signs what comes of it with ours: whoever sealed cannot open again. */
export async function sealPassing(
  content: PassingContent,
  to: Receiver,
  own: ExchangeKey,
): Promise<PassedCase> {
  const key = { id: to.keyId, publicKey: bytes(to.sealingKey) }
  const sealer = { force: content.label.to, keys: [key] }
  const { id, suite, fields, wraps } = await sealFor(sealer, purpose, { case: canonicalJson(content) })
  const box = {
    ...{ id, suite },
    fields: fields.map((field) => ({ ...field, ciphertext: base64(field.ciphertext) })),
    wraps: wraps.map(({ keyId, wrap }) => ({ keyId, wrap: base64(wrap) })),
  }
  const unsigned = { schema: 'passed-case/1' as const, label: content.label, box }
  return { ...unsigned, signature: await signText(canonicalJson(unsigned), own) }
}

/** Whether a passed case is signed, as it is, by the key of the force it says it is from. */
export function isSignedBy({ signature, ...unsigned }: PassedCase, signingKey: string): Promise<boolean> {
  return isSignedText(canonicalJson(unsigned), signature, signingKey)
}

/** Whether a case is sealed to these keys. */
export function isSealedTo({ box }: PassedCase, own: ExchangeKey): boolean {
  return box.wraps.every(({ keyId }) => keyId === own.id)
}

/**
 * What is under the seal, for whoever has written to the audit that it is opened. Throws CannotOpenError where it is sealed to another key, is no
 * case, or is another than its label says.
 */
export async function openPassing({ box, label }: PassedCase, own: ExchangeKey): Promise<PassingContent> {
  const { publicKey, privateKey } = own.sealing
  const pair = { id: own.id, publicKey: bytes(publicKey), privateKey: bytes(privateKey) }
  const row = {
    ...{ id: box.id, suite: box.suite, purpose },
    fields: box.fields.map((field) => ({ ...field, ciphertext: bytes(field.ciphertext) })),
    wraps: box.wraps.map(({ keyId, wrap }) => ({ keyId, wrap: bytes(wrap) })),
  }
  const opened = await openWith({ force: label.to, pair }, row, ['case'])
  const content = contentIn(opened.case ?? '')
  if (content === null || canonicalJson(content.label) !== canonicalJson(label)) throw new CannotOpenError()
  return content
}

function contentIn(text: string): PassingContent | null {
  try {
    return passingContent.parse(JSON.parse(text))
  } catch {
    // What the parser says of it would hold words of it.
    return null
  }
}

/** What a force signs to say that it has a case: which, from whom and under which reference. */
export function acknowledgement(label: PassingLabel, reference: string): string {
  return canonicalJson({ acknowledges: label, reference })
}

/** Signs a text for other forces. */
export async function signText(text: string, own: ExchangeKey): Promise<string> {
  const sodium = await loadSodium()
  return base64(sodium.crypto_sign_detached(text, bytes(own.signing.privateKey)))
}

/** Whether a text is signed by a key. */
export async function isSignedText(text: string, signature: string, signingKey: string): Promise<boolean> {
  const sodium = await loadSodium()
  const signed = bytes(signature)
  return signed.length === 64 && sodium.crypto_sign_verify_detached(signed, text, bytes(signingKey))
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function base64(some: Uint8Array): string {
  return Buffer.from(some).toString('base64')
}
