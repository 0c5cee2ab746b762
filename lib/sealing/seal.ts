import 'server-only'
import { randomUUID } from 'node:crypto'
import { env } from '@/lib/config/env'
import { currentForce } from '@/lib/config/current-force'
import { FIELD_TABLE } from './box'
import type { SealedBoxRow } from './box'
import { publicKeys } from './key-ring'
import type { PublicKey } from './key-ring'
import { loadSodium } from './sodium'
import { KEY_BYTES, SUITE, associatedData, encrypt } from './suite'
import { makeWrap } from './wrap'

/** Who seals and to whom: the keys and the force a box belongs to. */
export interface Sealer {
  readonly force: string
  readonly keys: readonly PublicKey[]
}

/** Seals with public keys only: whoever sealed cannot open again. */
export async function sealFor(
  sealer: Sealer,
  purpose: string,
  fields: Readonly<Record<string, string>>,
): Promise<SealedBoxRow> {
  const sodium = await loadSodium()
  const id = randomUUID()
  const dataKey = sodium.randombytes_buf(KEY_BYTES)
  const rows = await Promise.all(
    Object.entries(fields).map(async ([field, text]) => {
      const context = { force: sealer.force, table: FIELD_TABLE, id, field, version: 1 }
      const ciphertext = await encrypt(Buffer.from(text, 'utf8'), associatedData(context), dataKey)
      return { field, version: 1, ciphertext }
    }),
  )
  const content = {
    boxId: id,
    fields: Object.keys(fields).sort(),
    force: sealer.force,
    key: Buffer.from(dataKey).toString('base64'),
    purpose,
    suite: SUITE,
  }
  const wraps = await Promise.all(sealer.keys.map((key) => makeWrap(content, key)))
  sodium.memzero(dataKey)
  return { id, purpose, suite: SUITE, fields: rows, wraps }
}

/**
 * Seals `fields` in a new box of this deployment, openable with its intake key or its recovery key, and with each of
 * `others`.
 */
export async function sealBox(
  purpose: string,
  fields: Readonly<Record<string, string>>,
  others: readonly PublicKey[] = [],
): Promise<SealedBoxRow> {
  const keys = [...publicKeys(env().KEY_DIR), ...others]
  return sealFor({ force: currentForce().id, keys }, purpose, fields)
}
