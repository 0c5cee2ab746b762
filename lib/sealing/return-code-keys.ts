import 'server-only'
import { argon2, createHash, createHmac } from 'node:crypto'
import { promisify } from 'node:util'
import { env } from '@/lib/config/env'
import { codeCost } from './code-cost'
import { returnCodeSalt } from './key-ring'
import { loadSodium } from './sodium'
import { KEY_BYTES, SUITE, decrypt, encrypt } from './suite'
import { workPool } from './work-pool'

const deriveBytes = promisify(argon2)
/** Each derivation takes 64 MiB and a fifth of a second: so many at a time, whatever is posted. */
const SLOTS = 4
/** Half the slots are for codes being made, so that somebody guessing codes cannot hold up somebody sending. */
const making = workPool(SLOTS / 2)
const looking = workPool(SLOTS / 2)

/** What a return code opens. */
export interface ReturnCodeKeys {
  /** Finds the row; only this hash of the derived half is stored. */
  readonly lookup: Uint8Array
  /** Encrypts the reporter's private key. */
  readonly wrapKey: Uint8Array
}

/** What secrets a deployment mixes into its codes. */
export interface CodeSecrets {
  readonly pepper: string
  readonly salt: Uint8Array
}

/** Argon2id (64 MiB, 3 passes, 1 lane) of the peppered code: half to find the row, half to open the key. */
export async function deriveCodeKeys(code: string, secrets: CodeSecrets): Promise<ReturnCodeKeys> {
  const message = createHmac('sha256', secrets.pepper).update(code).digest()
  const derived = await deriveBytes('argon2id', {
    message,
    nonce: secrets.salt,
    ...codeCost,
    parallelism: 1,
    tagLength: 2 * KEY_BYTES,
  })
  const lookup = createHash('sha256').update(derived.subarray(0, KEY_BYTES)).digest()
  return { lookup, wrapKey: derived.subarray(KEY_BYTES) }
}

function deploymentKeys(code: string): Promise<ReturnCodeKeys> {
  const { KEY_DIR, RETURN_CODE_PEPPER } = env()
  return deriveCodeKeys(code, { pepper: RETURN_CODE_PEPPER, salt: returnCodeSalt(KEY_DIR) })
}

/** The keys of a typed code. Takes the canonical 20 characters; anything else takes as long and finds nothing. */
export async function returnCodeKeys(code: string): Promise<ReturnCodeKeys> {
  return looking(() => deploymentKeys(code))
}

/** The row of a new return code: a key pair of the reporter's, its private half openable with the code alone. */
export interface ReturnCodeRow {
  readonly lookup: Uint8Array
  readonly reporterPublicKey: Uint8Array
  readonly wrappedPrivateKey: Uint8Array
}

/** Makes the reporter's key pair for `submissionId` and locks its private half with the code. */
export async function returnCodeRow(code: string, submissionId: string): Promise<ReturnCodeRow> {
  const sodium = await loadSodium()
  const { lookup, wrapKey } = await making(() => deploymentKeys(code))
  const pair = sodium.crypto_box_keypair()
  const wrappedPrivateKey = await encrypt(pair.privateKey, associated(submissionId), wrapKey)
  sodium.memzero(pair.privateKey)
  return { lookup, reporterPublicKey: pair.publicKey, wrappedPrivateKey }
}

/** The reporter's private key out of its row. Throws CannotOpenError for another code's key or another submission. */
export async function openPrivateKey(
  wrappedPrivateKey: Uint8Array,
  submissionId: string,
  wrapKey: Uint8Array,
): Promise<Uint8Array> {
  return decrypt(wrappedPrivateKey, associated(submissionId), wrapKey)
}

function associated(submissionId: string): string {
  return `${String(SUITE)}|return-code|${submissionId}`
}
