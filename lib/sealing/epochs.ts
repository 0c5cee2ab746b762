import 'server-only'
import { existsSync } from 'node:fs'
import { mkdir, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { INTAKE_PUBLIC, RECOVERY_PRIVATE, RECOVERY_PUBLIC, epochFile } from './key-files'
import { intakePairs, publicKeys } from './key-ring'
import type { IntakePair, KeyPair, PublicKey } from './key-ring'
import { newPair, storeKeyFile } from './key-store'

/**
 * Makes the next intake epoch in a folder. New boxes are sealed to it from then on; the pairs of before stay. `known` is how many
 * epochs were made before, for a folder that lost them.
 */
export async function makeIntakeEpoch(dir: string, madeAt: Date, known: number): Promise<IntakePair> {
  await dropUnfinished(dir)
  const epoch = 1 + Math.max(known, ...intakePairs(dir).map((pair) => pair.epoch))
  const { id, publicKey, privateKey } = await newPair()
  // The private half first: nothing is sealed to a key that nobody could open with.
  await storeKeyFile(dir, epochFile(id), { id, publicKey, privateKey, epoch, madeAt: madeAt.toISOString() })
  await sealToNewest(dir)
  const [newest] = intakePairs(dir)
  if (newest?.id !== id) throw new Error('The new key is not the newest in KEY_DIR.')
  return newest
}

/** Points new boxes to the newest intake pair there is, where making one was stopped before that. */
export async function sealToNewest(dir: string): Promise<void> {
  const [newest] = intakePairs(dir)
  if (newest === undefined) return
  const publicKey = Buffer.from(newest.publicKey).toString('base64')
  if (sealedTo(dir)?.id !== newest.id) await storeKeyFile(dir, INTAKE_PUBLIC, { id: newest.id, publicKey })
}

/**
 * Makes a new recovery pair. New boxes are sealed to it from then on; its private half lies in the folder until it is moved offline.
 */
export async function makeRecoveryEpoch(dir: string): Promise<PublicKey> {
  await dropUnfinished(dir)
  const { id, publicKey, privateKey } = await newPair()
  await storeKeyFile(dir, RECOVERY_PRIVATE, { id, publicKey, privateKey })
  await storeKeyFile(dir, RECOVERY_PUBLIC, { id, publicKey })
  return { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64')) }
}

/** Puts the public half of a recovery key back where a folder lost it, or is lost itself. */
export async function restoreRecoveryPublic(dir: string, { id, publicKey }: KeyPair): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  if (existsSync(join(dir, RECOVERY_PUBLIC))) return
  await storeKeyFile(dir, RECOVERY_PUBLIC, { id, publicKey: Buffer.from(publicKey).toString('base64') })
}

function sealedTo(dir: string): PublicKey | undefined {
  try {
    return publicKeys(dir)[0]
  } catch {
    return undefined
  }
}

/** What making a key left behind when it was stopped. */
async function dropUnfinished(dir: string): Promise<void> {
  const unfinished = (await readdir(dir)).filter((name) => name.endsWith('.private.json.new'))
  for (const name of unfinished) await unlink(join(dir, name))
}
