import 'server-only'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { INTAKE_PUBLIC, PRIVATE_KEY_FILE, RECOVERY_PRIVATE, RECOVERY_PUBLIC, SALT_FILE } from './key-files'
import { newPair, storeKeyFile } from './key-store'
import { loadSodium } from './sodium'

const SALT_BYTES = 32

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/**
 * Makes the key files of a new deployment in `dir`, readable by their owner only, and says whether it did: a folder
 * that has keys is left alone. The recovery key's private half lies in its own file, to be moved offline.
 */
export async function createKeys(dir: string): Promise<boolean> {
  // The intake key's public half is written last: with it there, every other file is there too.
  if (await exists(join(dir, INTAKE_PUBLIC))) return false
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const sodium = await loadSodium()
  const intake = await newPair()
  const recovery = await newPair()
  const salt = Buffer.from(sodium.randombytes_buf(SALT_BYTES)).toString('base64')
  const files: [string, Readonly<Record<string, string>>][] = [
    [SALT_FILE, { salt }],
    [RECOVERY_PRIVATE, { ...recovery }],
    [PRIVATE_KEY_FILE, { ...intake }],
    [RECOVERY_PUBLIC, { id: recovery.id, publicKey: recovery.publicKey }],
    [INTAKE_PUBLIC, { id: intake.id, publicKey: intake.publicKey }],
  ]
  for (const [name, content] of files) await storeKeyFile(dir, name, content)
  return true
}
