import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { requireTier } from '@/lib/config/tier'
import { checkpointText } from '@/lib/domain/checkpoint'
import type { Checkpoint, SignedCheckpoint } from '@/lib/domain/checkpoint'
import { AUDIT_PRIVATE, AUDIT_PUBLIC } from './key-files'
import { loadSodium } from './sodium'

const KEY_ID_BYTES = 16
const publicFile = z.object({ id: z.string(), publicKey: z.base64() })
const privateFile = publicFile.extend({ privateKey: z.base64() })

/**
 * Makes the pair that signs checkpoints of the audit, Ed25519, where a folder has none, and says whether it did. Give the public half to
 * whoever is to check them, before they are needed.
 */
export async function createAuditKey(dir: string): Promise<boolean> {
  if (existsSync(join(dir, AUDIT_PUBLIC))) return false
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const sodium = await loadSodium()
  const pair = sodium.crypto_sign_keypair()
  const id = sodium.to_hex(sodium.crypto_generichash(KEY_ID_BYTES, pair.publicKey, null))
  const publicKey = Buffer.from(pair.publicKey).toString('base64')
  const privateKey = Buffer.from(pair.privateKey).toString('base64')
  const write = (file: string, content: Record<string, string>) =>
    writeFile(join(dir, file), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await write(AUDIT_PRIVATE, { id, publicKey, privateKey })
  await write(AUDIT_PUBLIC, { id, publicKey })
  return true
}

/** Signs where a chain ends. Throws in the public tier, and where the folder has no pair for it. */
export async function signCheckpoint(dir: string, checkpoint: Checkpoint): Promise<SignedCheckpoint> {
  requireTier('staff', 'The key of checkpoints')
  const sodium = await loadSodium()
  const { id: keyId, privateKey } = privateFile.parse(read(dir, AUDIT_PRIVATE))
  const text = checkpointText(checkpoint)
  const signature = sodium.crypto_sign_detached(text, Buffer.from(privateKey, 'base64'))
  return { checkpoint, text, keyId, signature: Buffer.from(signature).toString('base64') }
}

/** Whether a note was signed with the pair whose public half lies in a folder. */
export async function isSigned(dir: string, { text, keyId, signature }: SignedCheckpoint): Promise<boolean> {
  const sodium = await loadSodium()
  const { id, publicKey } = publicFile.parse(read(dir, AUDIT_PUBLIC))
  const [signed, key] = [Buffer.from(signature, 'base64'), Buffer.from(publicKey, 'base64')]
  return id === keyId && sodium.crypto_sign_verify_detached(signed, text, key)
}

function read(dir: string, file: string): unknown {
  return JSON.parse(readFileSync(join(dir, file), 'utf8'))
}
