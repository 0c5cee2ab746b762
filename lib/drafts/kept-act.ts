import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { env } from '@/lib/config/env'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { decrypt, encrypt } from '@/lib/sealing/suite'
import { deleteRow, findRow, insertRow } from './draft-rows'

/** What a member of staff wrote in a form that was refused, so that refusing it loses nothing. */
export interface KeptAct {
  /** Who wrote it: nobody else at the same desk is shown it. */
  readonly actorId: string
  /** The page the form is on, and which of its forms it is. */
  readonly page: string
  readonly form: string
  readonly values: Readonly<Record<string, string>>
}

/** `kept`: a form that was not taken. `shown`: something the next page shows once. `search`: what was found last. `calendar`: what was understood of one. `several`: what became of several cases. `referral`: one that was read out of a file. `passed-in`: a sealed case of another force. */
export type KeptSlot = 'kept' | 'shown' | 'search' | 'calendar' | 'several' | 'referral' | 'passed-in'

/**
 * Name and attributes of the cookie that holds the key to it: 64 random bytes, known to the browser alone. Each account has
 * one of its own, so that whoever comes next to a shared computer replaces nothing of theirs; its name does not say whose.
 */
export function keptActCookie(actorId: string, slot: KeptSlot = 'kept') {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  const name = `${slot}-${digest('name', actorId).toString('hex').slice(0, 12)}`
  return { name: secure ? `__Host-${name}` : name, options }
}

/** Stores it encrypted and gives the value for the cookie. */
export async function keepAct(kept: KeptAct): Promise<string> {
  const cookie = randomBytes(64).toString('base64url')
  const { lookup, key, context } = partsOf(cookie)
  await insertRow('record', lookup, await encrypt(Buffer.from(JSON.stringify(kept), 'utf8'), context, key))
  return cookie
}

/** What a cookie keeps, or null when there is nothing or it cannot be opened. */
export async function readKeptAct(cookie: string | undefined): Promise<KeptAct | null> {
  if (cookie === undefined) return null
  const { lookup, key, context } = partsOf(cookie)
  const row = await findRow('record', lookup)
  if (row === null) return null
  try {
    // Only this module writes what decrypts here, so the shape is known.
    return JSON.parse(Buffer.from(await decrypt(row.ciphertext, context, key)).toString('utf8')) as KeptAct
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}

/** Deletes it. */
export async function dropKeptAct(cookie: string): Promise<void> {
  await deleteRow('record', partsOf(cookie).lookup)
}

function partsOf(cookie: string) {
  const lookup = digest('lookup', cookie)
  return { lookup, key: digest('key', cookie), context: `kept-act|${lookup.toString('hex')}` }
}

function digest(use: string, of: string): Buffer {
  return createHash('sha256').update(`alongside|kept-act|1|${use}|`).update(of).digest()
}
