import { signRequest } from '@/lib/adapters/http-signature'
import { referralTag } from '@/lib/commands/take-referral'
import { loadSodium } from '@/lib/sealing/sodium'

/** A pair of a sender's, base64. */
export interface SenderKey {
  readonly publicKey: string
  readonly privateKey: string
}

/** Makes a pair to sign with. */
export async function newSenderKey(): Promise<SenderKey> {
  const { publicKey, privateKey } = (await loadSodium()).crypto_sign_keypair()
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return { publicKey: base64(publicKey), privateKey: base64(privateKey) }
}

/** The headers of a referral with this body, signed. */
export async function signedHeaders(
  body: string,
  {
    keyId,
    privateKey,
    authority,
    at,
  }: Pick<SenderKey, 'privateKey'> & {
    readonly keyId: string
    readonly authority: string
    readonly at: Date
  },
): Promise<Readonly<Record<string, string>>> {
  const contentType = 'application/json'
  const request = { method: 'POST', authority, path: '/referrals', contentType, body: Buffer.from(body) }
  const signature = await signRequest(request, { keyId, privateKey }, { tag: referralTag, now: at })
  return { 'content-type': contentType, ...signature }
}
