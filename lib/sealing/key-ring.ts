import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { tier } from '@/lib/config/env'
import { requireTier } from '@/lib/config/tier'
import { PRIVATE_KEY_FILE, PUBLIC_KEY_FILES, SALT_FILE } from './key-files'
import { refusePrivateKeys } from './refuse-private-keys'

/** A public key that new boxes are sealed to. */
export interface PublicKey {
  readonly id: string
  readonly publicKey: Uint8Array
}

/** Both halves, for opening. */
export interface KeyPair extends PublicKey {
  readonly privateKey: Uint8Array
}

const publicFile = z.object({ id: z.string(), publicKey: z.base64() })
const privateFile = publicFile.extend({ privateKey: z.base64() })
const saltFile = z.object({ salt: z.base64() })

const read = new Map<string, unknown>()

/** Key files never change while the process runs, so each is read once. */
function readOnce(dir: string, file: string): unknown {
  const path = join(dir, file)
  const known = read.get(path)
  if (known !== undefined) return known
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
  read.set(path, content)
  return content
}

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/**
 * The intake and the recovery key, public halves. Throws when a file is missing or malformed, and in the public tier when
 * a private key lies beside them.
 */
export function publicKeys(dir: string): readonly PublicKey[] {
  if (tier() === 'public') refusePrivateKeys(dir)
  return PUBLIC_KEY_FILES.map((file) => {
    const { id, publicKey } = publicFile.parse(readOnce(dir, file))
    return { id, publicKey: bytes(publicKey) }
  })
}

/**
 * The key pair in a private key file: the intake pair unless another is named, as in a recovery drill. Throws in the
 * public tier, whatever lies in the folder.
 */
export function keyPair(dir: string, file = PRIVATE_KEY_FILE): KeyPair {
  requireTier('staff', 'A private key')
  const { id, publicKey, privateKey } = privateFile.parse(readOnce(dir, file))
  return { id, publicKey: bytes(publicKey), privateKey: bytes(privateKey) }
}

/** The deployment's salt for return codes. */
export function returnCodeSalt(dir: string): Uint8Array {
  return bytes(saltFile.parse(readOnce(dir, SALT_FILE)).salt)
}
