import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { requireTier } from '@/lib/config/tier'
import { EXCHANGE_PRIVATE } from './key-files'
import { storeKeyFile } from './key-store'
import { loadSodium } from './sodium'

const KEY_ID_BYTES = 16

const file = z.object({
  id: z.string(),
  sealing: z.object({ publicKey: z.base64(), privateKey: z.base64() }),
  signing: z.object({ publicKey: z.base64(), privateKey: z.base64() }),
})

/** A force's own keys for passing cases: one pair that others seal to, and one that signs. Base64. */
export type ExchangeKey = z.infer<typeof file>

/** Makes the keys for passing cases where a folder has none, and says whether it did. */
export async function createExchangeKey(dir: string): Promise<boolean> {
  if (existsSync(join(dir, EXCHANGE_PRIVATE))) return false
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const sodium = await loadSodium()
  const sealing = halves(sodium.crypto_box_keypair())
  const signing = halves(sodium.crypto_sign_keypair())
  const id = await exchangeKeyId(sealing.publicKey, signing.publicKey)
  await storeKeyFile(dir, EXCHANGE_PRIVATE, { id, sealing, signing })
  return true
}

/** The name of a force's keys, which two people compare: a hash of both public halves, so that nobody can put other keys under it. */
export async function exchangeKeyId(sealing: string, signing: string): Promise<string> {
  const sodium = await loadSodium()
  return sodium.to_hex(sodium.crypto_generichash(KEY_ID_BYTES, `${sealing} ${signing}`, null))
}

/** The keys of a folder; null where it has none, and cases are passed by no machine. Throws where the file is none of ours, and in the public tier. */
export function exchangeKey(dir: string): ExchangeKey | null {
  requireTier('staff', 'The key for passing cases')
  if (!existsSync(join(dir, EXCHANGE_PRIVATE))) return null
  return file.parse(JSON.parse(readFileSync(join(dir, EXCHANGE_PRIVATE), 'utf8')))
}

function halves(pair: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }) {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return { publicKey: text(pair.publicKey), privateKey: text(pair.privateKey) }
}
