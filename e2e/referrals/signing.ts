import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'

/** A pair of a sender's: the public half as the desk takes it, the private one as PEM. */
export interface SenderKey {
  readonly publicKey: string
  readonly privateKey: string
}

/** Makes a pair to sign with. */
export function newSenderKey(): SenderKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    // The last 32 bytes of its DER are the key itself.
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
}

/**
 * The headers of a referral with this body, signed as docs/schemas/referrals-1.openapi.json says: written anew from that page, and not with
 * the product's own module, so that another's reading of it is tried too.
 */
export function signedHeaders(
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
): Readonly<Record<string, string>> {
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const covered = {
    ...{ 'content-digest': digest, 'content-type': 'application/json', '@path': '/referrals' },
    ...{ '@authority': authority, '@method': 'POST' },
  }
  const names = Object.keys(covered).map((name) => `"${name}"`)
  const created = Math.floor(at.getTime() / 1000)
  const params = `(${names.join(' ')});keyid="${keyId}";alg="ed25519";tag="alongside-referral";nonce="${randomUUID()}";created=${String(created)}`
  const lines = Object.entries(covered).map(([name, value]) => `"${name}": ${value}`)
  const base = [...lines, `"@signature-params": ${params}`].join('\n')
  return {
    'content-type': 'application/json',
    'content-digest': digest,
    'signature-input': `theirs=${params}`,
    signature: `theirs=:${sign(null, Buffer.from(base), privateKey).toString('base64')}:`,
  }
}
