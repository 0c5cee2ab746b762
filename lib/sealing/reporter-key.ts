import 'server-only'
import type { KeyPair, PublicKey } from './key-ring'
import { loadSodium } from './sodium'

/** The id of a reporter's key in the wraps of the messages about their submission. The database looks for the same. */
function keyId(submissionId: string): string {
  return `reporter-${submissionId}`
}

/** The public key that was made with a return code, as something to seal to. */
export function reporterPublicKey(submissionId: string, publicKey: Uint8Array): PublicKey {
  return { id: keyId(submissionId), publicKey }
}

/** Both halves of a reporter's key, from the private one. */
export async function reporterKeyPair(submissionId: string, privateKey: Uint8Array): Promise<KeyPair> {
  const sodium = await loadSodium()
  return { id: keyId(submissionId), publicKey: sodium.crypto_scalarmult_base(privateKey), privateKey }
}
