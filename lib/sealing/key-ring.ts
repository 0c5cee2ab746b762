import 'server-only'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { tier } from '@/lib/config/env'
import { requireTier } from '@/lib/config/tier'
import { PUBLIC_KEY_FILES, SALT_FILE, isIntakePrivate } from './key-files'
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

/** An intake pair, which epoch it is of (the first is 1) and since when, and the file it lies in. */
export interface IntakePair extends KeyPair {
  readonly epoch: number
  /** Null of the first. */
  readonly madeAt: Date | null
  readonly file: string
}

const publicFile = z.object({ id: z.string(), publicKey: z.base64() })
const privateFile = publicFile.extend({ privateKey: z.base64() })
const intakeFile = privateFile.extend({
  epoch: z.int().positive().default(1),
  madeAt: z.iso.datetime().nullable().default(null),
})
const saltFile = z.object({ salt: z.base64() })

/** Read each time: a new epoch counts at once, and a key that was destroyed stays in no process. */
function read(dir: string, file: string): unknown {
  return JSON.parse(readFileSync(join(dir, file), 'utf8'))
}

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/**
 * The intake key of the newest epoch and the recovery key, public halves. Throws when a file is missing or malformed, and in the
 * public tier when a private key lies beside them.
 */
export function publicKeys(dir: string): readonly PublicKey[] {
  if (tier() === 'public') refusePrivateKeys(dir)
  return PUBLIC_KEY_FILES.map((file) => {
    const { id, publicKey } = publicFile.parse(read(dir, file))
    return { id, publicKey: bytes(publicKey) }
  })
}

function intakePairIn(dir: string, file: string): IntakePair {
  const { epoch, madeAt, ...stored } = intakeFile.parse(read(dir, file))
  return { ...pairOf(stored), epoch, file, madeAt: madeAt === null ? null : new Date(madeAt) }
}

function pairOf({ id, publicKey, privateKey }: z.infer<typeof privateFile>): KeyPair {
  return { id, publicKey: bytes(publicKey), privateKey: bytes(privateKey) }
}

/** Every intake pair of a folder, the newest epoch first; none where there are only public halves. Throws in the public tier. */
export function intakePairs(dir: string): readonly IntakePair[] {
  requireTier('staff', 'A private key')
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .filter(isIntakePrivate)
    .map((file) => intakePairIn(dir, file))
    .sort((one, other) => other.epoch - one.epoch)
}

/**
 * The key pair in a private key file: the intake pair of the newest epoch unless another file is named, as in a recovery. Throws
 * in the public tier, whatever lies in the folder, and where there is none.
 */
export function keyPair(dir: string, file?: string): KeyPair {
  requireTier('staff', 'A private key')
  const pair = file === undefined ? intakePairs(dir)[0] : pairOf(privateFile.parse(read(dir, file)))
  if (pair === undefined) throw new Error('KEY_DIR holds no private half of an intake key.')
  return pair
}

/** The deployment's salt for return codes. */
export function returnCodeSalt(dir: string): Uint8Array {
  return bytes(saltFile.parse(read(dir, SALT_FILE)).salt)
}
