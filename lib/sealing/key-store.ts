import 'server-only'
import { open, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSodium } from './sodium'

const KEY_ID_BYTES = 16
const OWNER_ONLY = 0o600

/** A key pair as its file has it. */
export interface StoredPair {
  readonly id: string
  readonly publicKey: string
  readonly privateKey: string
}

/** A new X25519 pair; its id is a hash of the public half. */
export async function newPair(): Promise<StoredPair> {
  const sodium = await loadSodium()
  const pair = sodium.crypto_box_keypair()
  return {
    id: sodium.to_hex(sodium.crypto_generichash(KEY_ID_BYTES, pair.publicKey, null)),
    publicKey: Buffer.from(pair.publicKey).toString('base64'),
    privateKey: Buffer.from(pair.privateKey).toString('base64'),
  }
}

/** Writes a key file whole or not at all, readable by its owner only, and on disk before it counts. */
export async function storeKeyFile(
  dir: string,
  file: string,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  const beside = join(dir, `${file}.new`)
  const handle = await open(beside, 'w', OWNER_ONLY)
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, join(dir, file))
  await syncFolder(dir)
}

/**
 * Overwrites a key file and takes it away. A disk that copies what it writes may keep the old bytes: docs/operations.md says what
 * to put the folder on.
 */
export async function destroyKeyFile(dir: string, file: string): Promise<void> {
  const path = join(dir, file)
  const handle = await open(path, 'r+')
  try {
    const { size } = await handle.stat()
    await handle.write(Buffer.alloc(size), 0, size, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await unlink(path)
  await syncFolder(dir)
}

async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
