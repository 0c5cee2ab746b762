import 'server-only'
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { workPool } from '@/lib/sealing/work-pool'
import { passwordCost } from './password-cost'

const derive = promisify(argon2)

const shape = { parallelism: 1, tagLength: 32 }

/** Hashes at once, and how many more may wait: with a tenth of a second each, nobody who was let wait does so for long. */
const slots = 2
const longest = 100

/**
 * Two queues, so that strangers who try passwords hold up strangers, and not somebody at a browser that has signed in here
 * before. Both refuse with PoolFullError when they are full.
 */
const queues = { known: workPool(slots, longest), stranger: workPool(slots, longest) }
export type HashQueue = keyof typeof queues

/** Argon2id of a password in the PHC string form, salt included. Throws PoolFullError when too many wait. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const message = password.normalize('NFC')
  const cost = { ...passwordCost, ...shape }
  const tag = await queues.known(() => derive('argon2id', { message, nonce, ...cost }))
  const parameters = `m=${String(cost.memory)},t=${String(cost.passes)},p=${String(cost.parallelism)}`
  return `$argon2id$v=19$${parameters}$${unpadded(nonce)}$${unpadded(tag)}`
}

/**
 * Whether `password` is the one `hash` was made from. The work is the same for right and wrong. Throws PoolFullError when
 * too many wait in the queue.
 */
export async function verifyPassword(
  password: string,
  hash: string,
  queue: HashQueue = 'known',
): Promise<boolean> {
  const parts = phc.exec(hash)?.groups
  if (parts === undefined) return false
  const expected = Buffer.from(parts.tag ?? '', 'base64')
  const work = {
    message: password.normalize('NFC'),
    nonce: Buffer.from(parts.nonce ?? '', 'base64'),
    memory: Number(parts.memory),
    passes: Number(parts.passes),
    parallelism: Number(parts.parallelism),
    tagLength: expected.length,
  }
  return timingSafeEqual(await queues[queue](() => derive('argon2id', work)), expected)
}

/** A hash nobody has the password of: what is checked when there is no such account, so that the time tells nothing. */
export function nobodysHash(): Promise<string> {
  nobodys ??= hashPassword(randomBytes(32).toString('base64url'))
  return nobodys
}

let nobodys: Promise<string> | undefined

const phc =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<parallelism>\d+)\$(?<nonce>[^$]+)\$(?<tag>[^$]+)$/u

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/u, '')
}
