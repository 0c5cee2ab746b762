import 'server-only'
import { reporterKeyPair } from '@/lib/sealing/reporter-key'
import type { FollowUp } from './draft'

/** The public key of an open follow-up's code: what shows that this code is the one that opens it still. */
export async function keyOf({ submissionId, privateKey }: FollowUp): Promise<Uint8Array> {
  return (await reporterKeyPair(submissionId, Buffer.from(privateKey, 'base64'))).publicKey
}
